import type { Action, Actor } from '@/lib/domain/permissions';
import type { Tx } from './client';
import { type AuditFacts, audit } from './schema/door';

export type Told = { subjectId: string | null; shownIds: string[] | null; facts: AuditFacts | null };

/** For investigation only. History shown to staff is in event. */
export async function addAudit(tx: Tx, actor: Actor, action: Action, told: Told, outcome: string, at: Date) {
  await tx.insert(audit).values({
    at,
    action,
    outcome,
    ...told,
    actorId: actor.id,
    actorRole: actor.role,
    actorName: actor.name,
    sessionId: actor.sessionId,
  });
}
