'use client';
import Link from 'next/link';
import { useState } from 'react';
import type { Act } from '@/components/request/acts';
import { ProblemLine } from '@/components/ui/problem-line';
import { useSave } from '@/components/ui/use-save';
import { When } from '@/components/ui/when';
import type { Alike } from '@/lib/domain/alike';
import { STAGE_WORDS } from '@/lib/domain/stages';
import classes from './duplicates.module.css';

type Props = {
  readonly number: string;
  readonly alike: readonly Alike[];
  readonly now: string;
  readonly dismiss: Act;
};

/** A suggestion, with its reasons. Nothing is done until somebody has looked at both. */
export function PerhapsSame({ number, alike, now, dismiss }: Props) {
  const { save, isSaving, problem } = useSave(dismiss);
  const [gone, setGone] = useState<readonly string[]>([]);
  const left = alike.filter((one) => !gone.includes(one.number));
  if (left.length === 0) return null;
  const notSame = async (other: string) => (await save({ number, other })).ok && setGone([...gone, other]);
  return (
    <section className={classes.panel} aria-label="Perhaps the same person">
      <h2>Perhaps the same person</h2>
      <ul>
        {left.map((one) => (
          <li key={one.number}>
            <AlikeWords one={one} now={now} />
            {one.name !== null && (
              <>
                <Link href={`/requests/${number}/merge?with=${one.number}`} prefetch={false}>
                  Side by side<span className={classes.unseen}> with {one.number}</span>
                </Link>
                <button
                  type="button"
                  className={classes.quiet}
                  disabled={isSaving}
                  onClick={() => void notSame(one.number)}
                >
                  Not the same person<span className={classes.unseen}> as {one.number}</span>
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      <ProblemLine problem={problem} />
    </section>
  );
}

/** Who it could be, and why: words that can be checked, and no number that ranks. */
export function AlikeWords({ one, now }: { one: Alike; now: string }) {
  return (
    <span>
      <b>{one.number}</b> {one.name} · {STAGE_WORDS[one.stage].toLowerCase()}, <When at={one.receivedAt} now={now} />
      <span className={classes.soft}> · {one.because.join(', ')}</span>
    </span>
  );
}
