'use client';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import peek from '@/components/peek/peek.module.css';
import { usePeek } from '@/components/peek/use-peek';
import { useClinic } from '@/components/ui/clinic';
import type { Question } from '@/components/worklist/use-question';
import type { WorklistPage } from '@/lib/domain/desk';
import type { DeskActs } from './acts';
import classes from './bulk.module.css';
import { BulkBar } from './bulk-bar';
import { RowsDeskContext } from './desk-context';
import { RowKeys } from './row-keys';
import { rowsOf } from './rows-of';
import { UndoBar } from './undo-bar';
import { useBulk } from './use-bulk';
import { useSelection } from './use-selection';
import { useUndo } from './use-undo';

const BulkResults = lazy(() => import('./bulk-results').then((held) => ({ default: held.BulkResults })));
const PeekPanel = lazy(() => import('@/components/peek/peek-panel').then((held) => ({ default: held.PeekPanel })));

type Props = {
  readonly page: WorklistPage;
  readonly question: Question;
  readonly acts: DeskActs;
  readonly children: ReactNode;
};

/** The list with a hand on it: which row it is on, which rows are picked, and which one is looked at beside it. */
export function RowsDesk({ page, question, acts, children }: Props) {
  const { me } = useClinic();
  const rows = useMemo(() => rowsOf(page), [page]);
  const selection = useSelection(rows, page.items, question.asked);
  const looking = usePeek(rows);
  const bulk = useBulk();
  const undo = useUndo();
  const maySelect = me.role !== 'surgeon';
  const { current, setCurrent, peeked } = looking;
  const { isSelected, toggle, selectTo, onPage, togglePage } = selection;
  const desk = { current, setCurrent, peeked, maySelect, isSelected, toggle, selectTo, onPage, togglePage };
  const hasBar = maySelect && selection.selected.length > 0;
  return (
    <RowsDeskContext value={desk}>
      <RowKeys rows={rows} selection={maySelect ? selection : null} looking={looking} undo={undo} hasBar={hasBar} />
      <div className={peek.desk} data-peeking={peeked ? '' : undefined}>
        <div inert={peeked !== null && looking.isSheet}>
          {children}
          <div className={classes.foot}>
            {hasBar && (
              <BulkBar
                page={page}
                asked={question.asked}
                view={question.view}
                acts={acts}
                selection={selection}
                bulk={bulk}
                undo={undo}
              />
            )}
            <Suspense>{bulk.progress && <BulkResults bulk={bulk} progress={bulk.progress} />}</Suspense>
            {!(peeked && looking.isSheet) && <UndoBar undo={undo} />}
          </div>
        </div>
        {peeked && (
          <Suspense fallback={<aside className={peek.panel} aria-label="Peek" aria-busy="true" />}>
            <PeekPanel
              number={peeked}
              row={rows.find((row) => row.number === peeked)}
              looking={looking}
              acts={acts}
              undo={undo}
            />
          </Suspense>
        )}
      </div>
    </RowsDeskContext>
  );
}
