'use client';
import { useEffect, useRef, useState } from 'react';
import { ProblemLine } from '@/components/ui/problem-line';
import { useSlow } from '@/components/ui/use-save';
import type { Answer, Problem } from '@/lib/domain/refusal';
import classes from './search.module.css';
import type { Question } from './use-question';

const PAUSE = 300;

/** Seals the words for the address: what is searched for names people. */
export type Find = (input: unknown) => Promise<Answer<{ readonly find: string }>>;
type Props = { readonly question: Question; readonly words: string | null; readonly find: Find };
const LOST = {
  code: 'not_sent',
  title: 'Not searched',
  detail: 'The clinic could not be reached. Try again.',
  fields: [],
};

/** Asks once the typing pauses; the history keeps one entry for it. */
export function SearchBox({ question: { ask }, words, find }: Props) {
  const found = words ?? '';
  const [typed, setTyped] = useState(found);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSealing, setSealing] = useState(false);
  const isSlow = useSlow(isSealing);
  const sent = useRef(found);

  useEffect(() => {
    if (found === sent.current) return;
    sent.current = found;
    setTyped(found);
  }, [found]);
  useEffect(() => {
    const words = typed.trim();
    if (words === sent.current) return;
    const timer = setTimeout(async () => {
      const isFirst = sent.current === '';
      sent.current = words;
      setProblem(null);
      if (words === '') return ask({ find: null }, 'replace');
      setSealing(true);
      const sealed = await find({ words }).catch(() => ({ ok: false as const, problem: LOST }));
      // Typed on meanwhile: the later words are on their way.
      if (sent.current !== words) return;
      setSealing(false);
      if (!sealed.ok) {
        sent.current = '';
        return setProblem(sealed.problem);
      }
      // Who searches looks for somebody, wherever the request is.
      ask(
        isFirst ? { find: sealed.answer.find, view: 'all', saved: null } : { find: sealed.answer.find },
        isFirst ? 'push' : 'replace',
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed, ask, find]);

  return (
    <div className={classes.search} data-slow={isSlow || undefined}>
      <label>
        <svg
          viewBox="0 0 16 16"
          aria-hidden="true"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
        >
          <circle cx="7" cy="7" r="4.5" />
          <path d="m10.5 10.5 3.5 3.5" />
        </svg>
        <input
          type="search"
          aria-label="Search requests"
          placeholder="Name, phone, e-mail or MR-number"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <ProblemLine problem={problem} />
    </div>
  );
}
