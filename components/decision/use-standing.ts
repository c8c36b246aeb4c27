'use client';
import { useEffect, useState } from 'react';
import type { DecisionShown, OpenRequest } from '@/lib/domain/desk';

/** The decision that was made elsewhere since this screen opened; null while there is none that this person may see. */
export function useStanding({ number, decisions }: OpenRequest, isLost: boolean) {
  const [opened] = useState(decisions[0]?.version ?? 0);
  const [standing, setStanding] = useState<{ decision: DecisionShown; now: string } | null>(null);
  useEffect(() => {
    if (!isLost) return;
    const over = new AbortController();
    fetch(`/api/v1/requests/${number}`, { cache: 'no-store', signal: over.signal })
      .then((answer) => (answer.ok ? (answer.json() as Promise<OpenRequest>) : null))
      .then((request) => {
        const decision = request?.decisions[0];
        setStanding(request && decision && decision.version > opened ? { decision, now: request.now } : null);
      })
      .catch(() => {});
    return () => over.abort();
  }, [number, isLost, opened]);
  return isLost ? standing : null;
}
