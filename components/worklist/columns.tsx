'use client';
import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import Link from 'next/link';
import { Since } from '@/components/ui/when';
import type { WorklistItem } from '@/lib/domain/desk';
import { aged, DueCell, MissingCell, StageCell, TurnCell } from './cells';
import { rememberRow } from './last-row';
import classes from './worklist.module.css';

export const features = tableFeatures({});
const helper = createColumnHelper<typeof features, WorklistItem>();

/** The row says who, what, where it stands, what is missing, whose turn, since when, due when. */
export const columnsAt = (now: string) =>
  helper.columns([
    helper.accessor((item) => item.person.name, {
      id: 'person',
      header: 'Person',
      cell: ({ row: { original: item } }) => (
        <>
          <Link href={`/requests/${item.number}`} prefetch={false} className={classes.person} id={`row-${item.number}`} onClick={() => rememberRow(item.number)}>
            {item.person.name}
          </Link>
          <span className={classes.sub}>{aged(item.person)}</span>
        </>
      ),
    }),
    helper.accessor((item) => item.complaint.summary, { id: 'complaint', header: 'Complaint' }),
    helper.display({ id: 'stage', header: 'Stage', cell: ({ row }) => <StageCell item={row.original} /> }),
    helper.display({ id: 'missing', header: 'Missing', cell: ({ row }) => <MissingCell item={row.original} /> }),
    helper.display({ id: 'turn', header: 'Whose turn', cell: ({ row }) => <TurnCell item={row.original} /> }),
    helper.display({ id: 'waiting', header: 'Waiting', cell: ({ row }) => <Since at={row.original.receivedAt} now={now} /> }),
    helper.display({ id: 'due', header: 'Due', cell: ({ row }) => <DueCell item={row.original} now={now} /> }),
  ]);
