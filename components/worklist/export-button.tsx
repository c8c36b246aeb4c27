'use client';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import linkButton from '@/components/ui/link-button.module.css';
import { PlainButton } from '@/components/ui/plain-button';
import type { Count } from '@/lib/domain/desk';
import { counted } from './counted';
import type { Question } from './use-question';
import classes from './views.module.css';

const NOT_EXPORTED = ['sort', 'limit', 'cursor', 'page', 'before', 'saved'];

/** Says how much leaves the desk, and what that means, before it does. */
export function ExportButton({ question: { asked, view }, found }: { question: Question; found: Count }) {
  const [isAsking, setAsking] = useState(false);
  const filter = [...asked].filter(([name, value]) => value && !NOT_EXPORTED.includes(name));
  const href = `/api/v1/requests/export?${new URLSearchParams({ view, ...Object.fromEntries(filter) })}`;
  const rows = `${counted(found)} ${found.value === 1 ? 'request' : 'requests'}`;
  return (
    <>
      <PlainButton isQuiet onClick={() => setAsking(true)} aria-haspopup="dialog" disabled={found.value === 0}>
        Export
      </PlainButton>
      {isAsking && (
        <Dialog title={`Export ${rows}`} onClose={() => setAsking(false)}>
          <p>
            A file of {rows} leaves the protected desk: no sign-in guards it, and it cannot be called back. Keep it
            where only those who need it can read it, and delete it when it is no longer needed.
          </p>
          <p className={classes.soft}>
            It names no person: numbers, stages, dates, owners and verdicts of what the filter finds. The audit keeps
            who exported what, and how many rows.
          </p>
          <div className={classes.buttons}>
            {/* A plain link: the browser writes it to disk as it comes. */}
            <a
              href={href}
              download="requests.csv"
              className={`${linkButton.button} ${linkButton.filled}`}
              onClick={() => setAsking(false)}
            >
              Export {rows}
            </a>
            <PlainButton isQuiet onClick={() => setAsking(false)}>
              Cancel
            </PlainButton>
          </div>
        </Dialog>
      )}
    </>
  );
}
