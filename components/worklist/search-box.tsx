'use client';
import { useEffect, useRef, useState } from 'react';
import classes from './search.module.css';
import type { Question } from './use-question';

const PAUSE = 300;

/** Asks once the typing pauses; the history keeps one entry for it. */
export function SearchBox({ question: { asked, ask } }: { question: Question }) {
  const found = asked.get('q') ?? '';
  const [typed, setTyped] = useState(found);
  const sent = useRef(found);

  useEffect(() => {
    if (found === sent.current) return;
    sent.current = found;
    setTyped(found);
  }, [found]);
  useEffect(() => {
    const words = typed.trim();
    if (words === sent.current) return;
    const timer = setTimeout(() => {
      const isFirst = sent.current === '';
      sent.current = words;
      // Who searches looks for somebody, wherever the request is.
      ask(isFirst ? { q: words, view: 'all' } : { q: words }, isFirst ? 'push' : 'replace');
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed, ask]);

  return (
    <label className={classes.search}>
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
  );
}
