'use client';
import { KeyCaps } from '@/components/keys/key-caps';
import { PlainButton } from '@/components/ui/plain-button';
import classes from './bulk.module.css';
import type { Undo } from './use-undo';

/** Said to who cannot see it, too; the place is always there so that the words are heard. */
export function UndoBar({ undo: { offered, undo, button } }: { undo: Undo }) {
  return (
    <div className={classes.undo} data-on={offered ? '' : undefined}>
      <span role="status">{offered?.words ?? ''}</span>
      {offered && (
        <PlainButton isQuiet isSmall ref={button} onClick={undo}>
          Undo <KeyCaps of="undo" />
        </PlainButton>
      )}
    </div>
  );
}
