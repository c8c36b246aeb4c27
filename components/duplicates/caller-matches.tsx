'use client';
import { useEffect, useState } from 'react';
import type { DraftForm } from '@/components/request/parts/draft';
import { intakeOf } from '@/components/request/parts/draft';
import { useClinic } from '@/components/ui/clinic';
import type { Alike } from '@/lib/domain/alike';
import classes from './duplicates.module.css';
import { AlikeWords } from './perhaps-same';

/** Asked once the caller's name and birthday stand, and half a second after the last key. */
const AFTER = 500;

/** Who on file the caller could be. It waits for nothing and holds nobody up; in a new tab, so that nothing typed is lost. */
export function CallerMatches({ form }: { form: DraftForm }) {
  const { now } = useClinic();
  const alike = useMatches(form);
  if (alike.length === 0) return null;
  return (
    <section className={classes.panel} aria-label="Perhaps the same person">
      <h2>Perhaps the same person</h2>
      <ul>
        {alike.map((one) => (
          <li key={one.number}>
            <AlikeWords one={one} now={new Date(now()).toISOString()} />
            <a href={`/requests/${one.number}`} target="_blank" rel="noreferrer">
              Open {one.number} in a new tab
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was found stays until the next answer is there; a question that cannot be answered changes nothing. */
function useMatches(form: DraftForm): readonly Alike[] {
  const [alike, setAlike] = useState<readonly Alike[]>([]);
  const { firstName, lastName, dateOfBirth, phone, email } = intakeOf(form.values).person;
  const isKnown = Boolean(firstName && lastName && /^\d{4}-\d{2}-\d{2}$/.test(dateOfBirth));
  const isDialled = /^\+[1-9]\d{6,14}$/.test(phone ?? '');
  const asked = isKnown
    ? JSON.stringify({ firstName, lastName, dateOfBirth, ...(isDialled ? { phone } : {}), ...(email ? { email } : {}) })
    : '';
  useEffect(() => {
    if (asked === '') return setAlike([]);
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await fetch('/api/matches', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: asked,
        signal: stop.signal,
      }).catch(() => null);
      if (answer?.ok) setAlike(((await answer.json()) as { alike: Alike[] }).alike);
    }, AFTER);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked]);
  return alike;
}
