'use client';
import { Front } from '@/components/keys/front';
import { MoveForm } from '@/components/request/move-form';
import type { WorklistItem } from '@/lib/domain/desk';
import classes from './bulk.module.css';
import type { BulkOffer } from './bulk-offers';

type Props = {
  readonly offer: BulkOffer;
  readonly selected: readonly WorklistItem[];
  readonly now: string;
  readonly onMove: (ask: object) => void;
  readonly onClose: () => void;
};

/** The same questions as for one request, asked once for all. */
export function BulkStep({ offer, selected, now, onMove, onClose }: Props) {
  const missing = [...new Set(selected.flatMap((row) => row.missing))];
  const title = `${offer.words}: ${selected.length} ${selected.length === 1 ? 'request' : 'requests'}`;
  async function move(input: unknown) {
    const { number: _, version: __, ...ask } = input as { number: string; version: number };
    onMove(ask);
    return { ok: true as const, answer: null };
  }
  return (
    <Front label={title} className={classes.step} onClose={onClose}>
      <h2>{title}</h2>
      <p>
        {offer.able < selected.length && `${offer.able} of them can go there from where they stand. `}
        Each is moved on its own; a red flag no clinician has seen is not closed.
      </p>
      <MoveForm
        offer={offer}
        request={{ number: '', version: 0, missing, now, isAlarm: false }}
        move={move}
        onClose={onClose}
      />
    </Front>
  );
}
