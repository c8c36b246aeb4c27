'use client';
import { lazy, Suspense, useState } from 'react';
import { KeyCaps } from '@/components/keys/key-caps';
import { type Command, useCommands } from '@/components/keys/use-keys';
import { Menu } from '@/components/ui/menu';
import { PlainButton } from '@/components/ui/plain-button';
import type { WorklistPage } from '@/lib/domain/desk';
import look from '../ui/link-button.module.css';
import type { DeskActs } from './acts';
import { allInView, MOST_IN_BULK } from './all-in-view';
import classes from './bulk.module.css';
import { bulkOffers } from './bulk-offers';
import type { Bulk } from './use-bulk';
import { type BulkSteps, useBulkSteps } from './use-bulk-steps';
import type { Selection } from './use-selection';
import type { Undo } from './use-undo';

const BulkStep = lazy(() => import('./bulk-step').then((held) => ({ default: held.BulkStep })));
const BulkTag = lazy(() => import('./bulk-tag').then((held) => ({ default: held.BulkTag })));

export type BarProps = {
  readonly page: WorklistPage;
  readonly asked: URLSearchParams;
  readonly view: string;
  readonly acts: DeskActs;
  readonly selection: Selection;
  readonly bulk: Bulk;
  readonly undo: Undo;
};

/** What can be done with the rows that are picked. */
export function BulkBar(props: BarProps) {
  const { page, selection } = props;
  const steps = useBulkSteps(props);
  const { selected } = selection;
  const offers = bulkOffers(selected);
  const count = `${selected.length.toLocaleString('en-US')} selected`;
  useCommands([
    ...offers.map((offer): Command => line(`bulk ${offer.to}`, `${offer.words}: ${count}`, () => steps.begin(offer))),
    line('bulk tag', `Tag: ${count}`, () => steps.begin('tag')),
    ...page.staff.map((one) => line(`bulk give ${one.id}`, `Give to ${one.name}: ${count}`, () => steps.give(one))),
    line('bulk clear', 'Unselect all', selection.clear),
  ]);
  return (
    <section className={classes.bar} aria-label="Selected requests">
      <b role="status">{count}</b>
      <AllInView {...props} />
      <span className={classes.steps} id="bulk-steps">
        <Menu
          label="Assign the selected"
          className={`${look.button} ${look.quiet} ${look.small}`}
          kind="act"
          items={[...page.staff.map(({ id, name }) => ({ value: id, words: name })), { value: '', words: 'Nobody' }]}
          onPick={(id) => steps.give(page.staff.find((one) => one.id === id) ?? null)}
        >
          Assign
        </Menu>
        {offers.map((offer) => (
          <PlainButton key={offer.to} isQuiet isSmall onClick={() => steps.begin(offer)}>
            {offer.words}
          </PlainButton>
        ))}
        <PlainButton isQuiet isSmall onClick={() => steps.begin('tag')}>
          Tag
        </PlainButton>
        <PlainButton isQuiet isSmall onClick={selection.clear}>
          Unselect <KeyCaps of="close" />
        </PlainButton>
      </span>
      <Step steps={steps} {...props} />
    </section>
  );
}

const line = (id: string, words: string, run: () => void): Command => ({ id, words, group: 'Selected requests', run });

function Step({ steps, page, selection: { selected } }: BarProps & { steps: BulkSteps }) {
  const { asked, end } = steps;
  return (
    <Suspense>
      {asked === 'tag' && <BulkTag selected={selected} onTag={steps.tag} onClose={end} />}
      {asked !== null && asked !== 'tag' && (
        <BulkStep
          offer={asked}
          selected={selected}
          now={page.now}
          onMove={(ask) => steps.move(asked, ask)}
          onClose={end}
        />
      )}
    </Suspense>
  );
}

/** Offered once the page is all picked and the view has more. */
function AllInView({ page, asked, view, selection }: BarProps) {
  const [state, setState] = useState<'ready' | 'asking' | 'failed'>('ready');
  const { value, isExact } = page.found;
  const { selected, onPage } = selection;
  if (onPage !== 'all' || value <= page.items.length || selected.length >= Math.min(value, MOST_IN_BULK)) {
    const isCut = selected.length >= MOST_IN_BULK && (value > MOST_IN_BULK || !isExact);
    return isCut ? <span>The first {MOST_IN_BULK} in this order; do the rest after these.</span> : null;
  }
  async function pickAll() {
    setState('asking');
    const rows = await allInView(asked, view);
    setState(rows ? 'ready' : 'failed');
    if (rows) selection.pick(rows);
  }
  const found = `${value.toLocaleString('en-US')}${isExact ? '' : '+'}`;
  return (
    <>
      <button type="button" className={classes.all} disabled={state === 'asking'} onClick={pickAll}>
        {value > MOST_IN_BULK
          ? `Select the first ${MOST_IN_BULK} of ${found} in this view`
          : `Select all ${found} in this view`}
      </button>
      <span role="status">{state === 'asking' ? 'Asking …' : state === 'failed' ? 'Not answered, try again' : ''}</span>
    </>
  );
}
