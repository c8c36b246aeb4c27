import { refuse } from './refusal';

/** Refuses what would leave the clinic without an active admin. `admins` are the ids of those there are now. */
export function keepAnAdmin(admins: readonly string[], leaving: string): void {
  if (admins.every((id) => id === leaving) && admins.length > 0)
    refuse('illegal_move', 'This is the last active admin: make another one first.', [
      { path: 'staffId', message: 'is the last active admin' },
    ]);
}
