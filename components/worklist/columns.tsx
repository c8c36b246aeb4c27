'use client';
import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowPinningFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import Link from 'next/link';
import { GoneSign } from '@/components/live/gone-rows';
import { RowReaders } from '@/components/live/readers';
import { TagChips } from '@/components/tags/tag-chips';
import { useClinic } from '@/components/ui/clinic';
import { VERDICT_WORDS } from '@/lib/domain/candidacy';
import type { WorklistItem } from '@/lib/domain/desk';
import { Aged, Dash, DueCell, MissingCell, StageCell, TimeCell, WaitingCell } from './cells';
import { REGION_SAID, SOURCE_SAID } from './filter-words';
import { rememberRow } from './last-row';
import { TurnCell } from './turn-cell';
import classes from './worklist.module.css';

export const features = tableFeatures({
  rowSortingFeature,
  rowPinningFeature,
  columnOrderingFeature,
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
});
const helper = createColumnHelper<typeof features, WorklistItem>();

/** The row says who, what, where it stands, what is missing, whose turn, since when, due when. Made once: a new cell function would be a new component, and forget what it holds. Ids of sortable columns are the server's words; every id is one of lib/domain/columns.ts. */
export const columns = helper.columns([
  helper.accessor((item) => item.person.name, {
    id: 'name',
    header: 'Person',
    cell: ({ row }) => <PersonCell item={row.original} />,
  }),
  helper.accessor('number', { header: 'Number', enableSorting: false }),
  helper.accessor((item) => item.person.age, { id: 'age', header: 'Age', enableSorting: false }),
  helper.accessor((item) => item.complaint.summary, {
    id: 'complaint',
    header: 'Complaint',
    enableSorting: false,
    cell: ({ row }) => (
      <>
        <TagChips tags={row.original.tags} most={2} />
        {row.original.complaint.summary}
      </>
    ),
  }),
  helper.accessor((item) => REGION_SAID[item.complaint.region] ?? item.complaint.region, {
    id: 'region',
    header: 'Region',
    enableSorting: false,
  }),
  helper.accessor('stage', { header: 'Stage', cell: ({ row }) => <StageCell item={row.original} /> }),
  helper.display({
    id: 'verdict',
    header: 'Verdict',
    cell: ({ row: { original } }) => (original.verdict ? VERDICT_WORDS[original.verdict] : <Dash />),
  }),
  helper.display({ id: 'missing', header: 'Missing', cell: ({ row }) => <MissingCell item={row.original} /> }),
  helper.display({ id: 'turn', header: 'Whose turn', cell: ({ row }) => <TurnCell item={row.original} /> }),
  helper.display({
    id: 'owner',
    header: 'Owner',
    cell: ({ row: { original } }) => original.assignedTo?.name ?? <Dash />,
  }),
  helper.accessor((item) => SOURCE_SAID[item.sourceChannel] ?? item.sourceChannel, {
    id: 'source',
    header: 'Source',
    enableSorting: false,
  }),
  helper.accessor('receivedAt', {
    id: 'received',
    header: 'Waiting',
    cell: ({ row }) => <WaitingCell item={row.original} />,
  }),
  helper.display({
    id: 'contact',
    header: 'Last contact',
    cell: ({ row }) => <TimeCell at={row.original.lastContactAt} />,
  }),
  helper.display({
    id: 'followUp',
    header: 'Next follow-up',
    cell: ({ row }) => <TimeCell at={row.original.nextFollowUpAt} />,
  }),
  helper.accessor('dueAt', { id: 'due', header: 'Due', cell: ({ row }) => <DueCell item={row.original} /> }),
]);

/** A surgeon reads what is free to claim only after claiming it. */
export function mayOpen(item: WorklistItem, role: string): boolean {
  return role !== 'surgeon' || item.stage !== 'ready_for_review' || item.assignedTo !== null;
}

function PersonCell({ item }: { item: WorklistItem }) {
  const { me } = useClinic();
  return (
    <span className={classes.who}>
      {mayOpen(item, me.role) ? (
        <Link
          href={`/requests/${item.number}`}
          prefetch={false}
          className={classes.person}
          id={`row-${item.number}`}
          title={item.number}
          onClick={(event) => !event.metaKey && !event.ctrlKey && !event.shiftKey && rememberRow(item.number, me.id)}
        >
          {item.person.name}
        </Link>
      ) : (
        <span className={classes.person} title={item.number}>
          {item.person.name}
        </span>
      )}
      <Aged person={item.person} />
      <RowReaders number={item.number} />
      <GoneSign id={item.id} />
    </span>
  );
}
