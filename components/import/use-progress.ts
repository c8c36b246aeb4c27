'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { type ImportBatch, isAtWork } from '@/lib/domain/imports';

const ASK_EVERY = 1_000;

/** How far these are by now, asked while one is under way; where one comes to its end the page is drawn anew. */
export function useProgress(first: readonly ImportBatch[]) {
  const router = useRouter();
  const [now, setNow] = useState<{ readonly of: readonly ImportBatch[]; readonly batches: readonly ImportBatch[] }>();
  const [isLost, setLost] = useState(false);
  const batches = now?.of === first ? now.batches : first;
  const isBusy = first.some(({ state }) => isAtWork(state));

  useEffect(() => {
    if (!isBusy) return;
    let isOver = false;
    const ask = async () => {
      const found = await asked();
      if (isOver) return;
      setLost(found === null);
      const latest = first.map((one) => found?.find(({ id }) => id === one.id) ?? one);
      if (found) setNow({ of: first, batches: latest });
      if (latest.some(({ state }, at) => state !== first[at]?.state)) router.refresh();
      timer = setTimeout(ask, ASK_EVERY);
    };
    let timer = setTimeout(ask, ASK_EVERY);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [first, isBusy, router]);
  return { batches, isLost };
}

async function asked(): Promise<readonly ImportBatch[] | null> {
  const answer = await fetch('/api/imports').catch(() => null);
  if (!answer?.ok) return null;
  return ((await answer.json()) as { batches: readonly ImportBatch[] }).batches;
}
