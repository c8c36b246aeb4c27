'use client';
import { type MouseEvent, useEffect, useRef } from 'react';
import type { WorklistItem } from '@/lib/domain/desk';
import classes from './bulk.module.css';
import { useRowsDesk } from './desk-context';

/** What the row itself needs to know of the hand. */
export function useRow({ number }: WorklistItem) {
  const { current, setCurrent, peeked, isSelected } = useRowsDesk();
  return {
    'data-number': number,
    'data-current': current === number || undefined,
    'data-peeked': peeked === number || undefined,
    'data-selected': isSelected(number) || undefined,
    tabIndex: -1,
    onFocus: () => setCurrent(number),
  };
}

export function SelectCell({ item: { number, person } }: { item: WorklistItem }) {
  const { maySelect, isSelected, toggle, selectTo } = useRowsDesk();
  if (!maySelect) return null;
  function clicked(event: MouseEvent) {
    if (!event.shiftKey) return;
    // The browser would turn this one box; the range says it for all.
    event.preventDefault();
    selectTo(number);
  }
  return (
    <td role="cell" data-column="select" className={classes.cell}>
      <label className={classes.box} onClickCapture={clicked}>
        <input
          type="checkbox"
          aria-label={`Select ${number}, ${person.name}`}
          checked={isSelected(number)}
          onChange={() => toggle(number)}
        />
      </label>
    </td>
  );
}

export function SelectAllCell() {
  const { maySelect, onPage, togglePage } = useRowsDesk();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = onPage === 'some';
  }, [onPage]);
  if (!maySelect) return null;
  return (
    <th role="columnheader" scope="col" data-column="select" className={classes.cell}>
      <label className={classes.box}>
        <input
          ref={box}
          type="checkbox"
          aria-label="Select all on this page"
          checked={onPage === 'all'}
          onChange={togglePage}
        />
      </label>
    </th>
  );
}
