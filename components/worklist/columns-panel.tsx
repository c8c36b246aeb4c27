'use client';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { useDragOrder } from '@/components/ui/drag-order';
import { PlainButton } from '@/components/ui/plain-button';
import { ProblemLine } from '@/components/ui/problem-line';
import { COLUMN_WIDTH, type ColumnPlace, LASTING_COLUMN } from '@/lib/domain/columns';
import { DENSITIES } from '@/lib/domain/preferences';
import classes from './columns-panel.module.css';
import type { Columns } from './use-columns';

type Props = { readonly columns: Columns; readonly onClose: () => void };

/** Which columns stand in the list, in which order, how wide, and how close the rows. Everything is done by keys. */
export function ColumnsPanel({ columns, onClose }: Props) {
  return (
    <Dialog title="Columns" onClose={onClose}>
      <Panel columns={columns} />
    </Dialog>
  );
}

function Panel({ columns }: { columns: Columns }) {
  const { places, density, pack, reset, problem, move } = columns;
  const [said, setSaid] = useState('');
  const dragOf = useDragOrder('column', move);
  return (
    <>
      <ol className={classes.list}>
        {places.map((place) => (
          <li key={place.id} className={classes.place} {...dragOf(place.id)} draggable={place.isShown}>
            <Place place={place} columns={columns} onSaid={setSaid} />
          </li>
        ))}
      </ol>
      <fieldset className={classes.density}>
        <legend>Rows</legend>
        {DENSITIES.map((one) => (
          <label key={one}>
            <input type="radio" name="density" checked={density === one} onChange={() => pack(one)} /> {one}
          </label>
        ))}
      </fieldset>
      <ProblemLine problem={problem} />
      <div>
        <PlainButton
          isQuiet
          onClick={() => {
            reset();
            setSaid('Columns and rows are as the house has them');
          }}
        >
          Reset
        </PlainButton>
      </div>
      <span aria-live="polite" className="unseen">
        {said}
      </span>
    </>
  );
}

type PlaceProps = { readonly place: ColumnPlace; readonly columns: Columns; readonly onSaid: (words: string) => void };

function Place({ place: { id, words, isShown, width }, columns, onSaid }: PlaceProps) {
  const { places, show, move, size } = columns;
  const shown = places.filter((one) => one.isShown);
  const at = shown.findIndex((one) => one.id === id);
  function moved(to: -1 | 1) {
    move(id, to);
    onSaid(`${words} is now column ${at + 1 + to} of ${shown.length}`);
  }
  function sized(by: number) {
    size({ [id]: width + by });
    onSaid(`${words} is ${width + by} wide`);
  }
  const { least, most, step } = COLUMN_WIDTH;
  return (
    <>
      <label className={classes.name}>
        <input
          type="checkbox"
          checked={isShown}
          disabled={id === LASTING_COLUMN}
          onChange={(event) => show(id, event.currentTarget.checked)}
        />{' '}
        {words}
      </label>
      {isShown && (
        <span className={classes.keys}>
          <Key words={`Move ${words} left`} sign="↑" isOff={at === 0} onPress={() => moved(-1)} />
          <Key words={`Move ${words} right`} sign="↓" isOff={at === shown.length - 1} onPress={() => moved(1)} />
          <Key words={`Make ${words} narrower`} sign="−" isOff={width <= least} onPress={() => sized(-step)} />
          <Key words={`Make ${words} wider`} sign="+" isOff={width >= most} onPress={() => sized(step)} />
        </span>
      )}
    </>
  );
}

/** Stays in the tab order at the end of its range, so that the focus is not lost under the finger. */
function Key({ words, sign, isOff, onPress }: { words: string; sign: string; isOff: boolean; onPress: () => void }) {
  return (
    <button
      type="button"
      className={classes.key}
      aria-label={words}
      title={words}
      aria-disabled={isOff || undefined}
      onClick={() => !isOff && onPress()}
    >
      {sign}
    </button>
  );
}
