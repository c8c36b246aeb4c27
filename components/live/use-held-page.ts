'use client';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { WorklistPage } from '@/lib/domain/desk';
import { asAnswered, held } from './held-page';
import { onOwnChange } from './own-change';

/** The bell rings for one's own change too, and either answer may come first. */
const OWN_FOR = 3_000;

/** What the reader asked for is shown as answered; what the bell brought waits behind the rows that stand. */
export function useHeldPage(page: WorklistPage, question: string, byBell: RefObject<boolean>) {
  const [state, setState] = useState({ answer: page, question, ...asAnswered(page) });
  const ownAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(
    () =>
      onOwnChange(() => {
        ownAt.current = performance.now();
        setState((was) => ({ ...was, ...asAnswered(was.answer) }));
      }),
    [],
  );
  useLayoutEffect(() => {
    // Read now: by the time the state is worked out the asking is over.
    const isByBell = byBell.current && performance.now() - ownAt.current > OWN_FOR;
    setState((was) => {
      if (was.answer === page && was.question === question) return was;
      const next = isByBell && was.question === question ? held(was, page) : asAnswered(page);
      return { answer: page, question, ...next };
    });
  }, [page, question, byBell]);
  return { ...state, showNews: () => setState((was) => ({ ...was, ...asAnswered(was.answer) })) };
}
