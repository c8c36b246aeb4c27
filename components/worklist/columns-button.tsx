'use client';
import { lazy, Suspense, useState } from 'react';
import { PlainButton } from '@/components/ui/plain-button';
import classes from './columns-panel.module.css';
import type { Columns } from './use-columns';

const ColumnsPanel = lazy(() => import('./columns-panel').then((held) => ({ default: held.ColumnsPanel })));

export function ColumnsButton({ columns }: { columns: Columns }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <span className={classes.button}>
        <PlainButton isQuiet onClick={() => setOpen(true)} aria-haspopup="dialog">
          Columns
        </PlainButton>
      </span>
      <Suspense>{isOpen && <ColumnsPanel columns={columns} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
