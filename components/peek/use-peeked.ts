'use client';
import { useCallback, useEffect, useState } from 'react';
import type { OpenRequest } from '@/lib/domain/desk';
import type { KeptDraft } from '@/lib/domain/drafts';

/** Long enough that running over rows with "j" opens none of them, short enough not to be a wait. */
const PAUSE = 140;

export type Peeked =
  | { readonly state: 'loading' | 'refused' | 'signed-out' | 'failed'; readonly number: string }
  | {
      readonly state: 'open';
      readonly number: string;
      readonly request: OpenRequest;
      readonly drafts: readonly KeptDraft[];
    };

/** Asks the same question as the request's own page, at the same door: it is audited like one. Only the row that is looked at is ever asked for. */
export function usePeeked(number: string, version: number | undefined, mayLook: boolean) {
  const [peeked, setPeeked] = useState<Peeked>({ state: 'loading', number });
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version, or asked again, is another answer
  useEffect(() => {
    if (!mayLook) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const [{ said: request, status }, { said: left }] = await Promise.all([
        ask<OpenRequest>(`/api/v1/requests/${number}`, stop.signal),
        ask<{ drafts: readonly KeptDraft[] }>(`/api/drafts/${number}`, stop.signal),
      ]);
      if (stop.signal.aborted) return;
      const failed = failure(status);
      setPeeked((was) => {
        if (request) return { state: 'open', number, request, drafts: left?.drafts ?? [] };
        // What stands there, and what is typed beside it, outlasts an answer that never came.
        return failed === 'failed' && was.state === 'open' && was.number === number ? was : { state: failed, number };
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [number, version, asked, mayLook]);
  /** What an own step has changed is known before it is asked for again: the next one builds on it. */
  const amend = useCallback(
    (change: Partial<OpenRequest>) =>
      setPeeked((was) => (was.state === 'open' ? { ...was, request: { ...was.request, ...change } } : was)),
    [],
  );
  const again = useCallback(() => setAsked((was) => was + 1), []);
  const shown: Peeked = peeked.number === number ? peeked : { state: 'loading', number };
  return { shown, again, amend };
}

async function ask<T>(path: string, signal: AbortSignal): Promise<{ said: T | null; status?: number }> {
  const answer = await fetch(path, { cache: 'no-store', signal }).catch(() => null);
  return { said: answer?.ok ? await answer.json().catch(() => null) : null, status: answer?.status };
}

function failure(status: number | undefined): 'refused' | 'signed-out' | 'failed' {
  if (status === 401) return 'signed-out';
  return status === 404 || status === 403 ? 'refused' : 'failed';
}
