import type { Tx } from './client';
import { assignments } from './schema/history';

type Assignment = { requestId: string; staffId: string | null; assignedBy: string | null; at: Date };

/** Append-only: who held it when stays known. */
export async function addAssignment(tx: Tx, assignment: Assignment) {
  await tx.insert(assignments).values(assignment);
}
