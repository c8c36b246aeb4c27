import type { EventKind } from './events';
import type { Actor } from './permissions';
import { refuse } from './refusal';

/** The desk offers it for ten seconds after the last of up to 500 rows; the first of them was changed well before. */
export const UNDO_WITHIN = 60_000;
/** A decision is amended, not undone. */
export const UNDOABLE = ['moved', 'assigned'] as const satisfies readonly EventKind[];

type LastChange = { readonly byId: string | null; readonly at: Date };

/** Only the own slip of a moment ago, and only while nobody has built on it. */
export function mayUndo(actor: Actor, last: LastChange | undefined, now: Date): asserts last is LastChange {
  if (!last) refuse('too_late', 'The last change here was not a move or an assignment.');
  if (last.byId === null || last.byId !== actor.id) refuse('too_late', 'Somebody else made this change.');
  if (now.getTime() - last.at.getTime() > UNDO_WITHIN)
    refuse('too_late', `Only within ${UNDO_WITHIN / 1_000} seconds. Move it back instead.`);
}
