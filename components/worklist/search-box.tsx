'use client';
import { useEffect, useRef, useState } from 'react';
import type { Question } from './use-question';
import classes from './worklist.module.css';

const PAUSE = 250;

/** Asks once the typing pauses; the history keeps one entry for it. */
export function SearchBox({ question }: { question: Question }) {
  const asked = question.asked.get('q') ?? '';
  const [typed, setTyped] = useState(asked);
  const sent = useRef(asked);

  useEffect(() => {
    if (asked === sent.current) return;
    sent.current = asked;
    setTyped(asked);
  }, [asked]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      question.ask({ q: typed.trim() === '' ? null : typed }, 'replace');
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed, question]);

  return (
    <input
      type="search"
      className={classes.search}
      aria-label="Search requests"
      placeholder="Name, phone, e-mail or MR-number"
      value={typed}
      maxLength={200}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
