import type { Action } from '@/components/ui/use-save';
import type { Answer } from '@/lib/domain/refusal';

/** One command for many rows; each row has its own answer. */
export type EachAction = Action<readonly Answer<unknown>[]>;

/** What the list can do with its rows without opening them. */
export type DeskActs = {
  readonly assign: Action<unknown>;
  readonly move: Action<unknown>;
  readonly note: Action<unknown>;
  readonly tag: Action<unknown>;
  readonly undo: Action<unknown>;
  readonly assignEach: EachAction;
  readonly moveEach: EachAction;
  readonly tagEach: EachAction;
  readonly undoEach: EachAction;
};
