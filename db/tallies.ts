import { and, eq, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { View } from '@/lib/domain/desk';
import { ENDED_STAGES, type Stage } from '@/lib/domain/stages';
import type { Tx } from './client';
import { tallies } from './schema/rollups';
import type { Viewer } from './worklist-filter';

const STAGE_OF: Partial<Record<View, Stage>> = {
  new: 'new',
  'awaiting-info': 'awaiting_info',
  ready: 'ready_for_review',
};

/** The lines of the ledger that add up to a view; none for a view that asks for more than stage and holder. */
export function tallied(view: View, viewer: Viewer): SQL | undefined {
  if (view === 'mine')
    return and(
      eq(tallies.side, viewer.isSurgeon ? 'surgeon' : 'coordinator'),
      eq(tallies.staffId, viewer.id),
      notInArray(tallies.stage, [...ENDED_STAGES]),
    );
  const stage = STAGE_OF[view];
  if (!stage && view !== 'all') return undefined;
  return and(eq(tallies.side, 'surgeon'), visible(viewer), stage ? eq(tallies.stage, stage) : undefined);
}

/** Takes the lines written since together with the sums before them. */
export async function foldTallies(tx: Tx) {
  await tx.execute(sql`select fold_tally()`);
}

function visible({ id, isSurgeon }: Viewer): SQL | undefined {
  if (!isSurgeon) return undefined;
  return or(eq(tallies.staffId, id), and(eq(tallies.stage, 'ready_for_review'), isNull(tallies.staffId)));
}
