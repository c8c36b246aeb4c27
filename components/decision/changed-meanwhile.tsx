'use client';
import { useState } from 'react';
import { eventWords } from '@/components/notes/event-words';
import { When } from '@/components/ui/when';
import type { OpenRequest } from '@/lib/domain/desk';
import classes from './decision.module.css';

/** Who changed what since this screen was opened, beside what is being typed. */
export function ChangedMeanwhile({ request }: { request: OpenRequest }) {
  const [opened] = useState(request.now);
  const since = request.stream.filter((item) => item.kind === 'event' && item.at > opened);
  if (since.length === 0) return null;
  return (
    <ul className={classes.since} aria-label="Changed since you opened it">
      {since.map((item) => (
        <li key={item.id}>
          {item.by.name}, <When at={item.at} now={request.now} />: {item.kind === 'event' && eventWords(item)}
        </li>
      ))}
    </ul>
  );
}
