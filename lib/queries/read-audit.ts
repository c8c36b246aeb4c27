import { z } from 'zod';
import { type AuditFilter, listAudit } from '@/db/audit-log';
import { findRequest } from '@/db/requests';
import { ACTIONS, type Actor, scopeOf, staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber } from '@/lib/domain/request';
import { instantOf } from '@/lib/domain/working-time';
import { opening } from '@/lib/door/door';
import { day, requestNumber } from '@/lib/door/input';

const PAGE = 100;

/** Who saw or did what? Managers see all, admins ids only, everybody else their own. */
export const readAudit = opening({
  action: 'audit.read',
  input: z.strictObject({
    actor: z.uuid().optional(),
    action: z.enum(ACTIONS as [string, ...string[]]).optional(),
    outcome: z.enum(['done', 'refused']).optional(),
    number: requestNumber.optional(),
    from: day.optional(),
    to: day.optional(),
    before: z.coerce.number().int().min(1).optional(),
  }),

  async run({ tx, actor, now, clinic, about }, asked) {
    if (asked.number && actor.role === 'admin')
      refuse('invalid', undefined, [{ path: 'number', message: 'your role reads ids, not numbers' }]);
    const request = asked.number ? await findRequest(tx, { number: asked.number }) : undefined;
    if (asked.number && !request) return { rows: [], nextBefore: null, now: now.toISOString() };
    if (request) about(request.id);
    const filter: AuditFilter = {
      actorId: scopeOf(actor.role, 'audit.read') === 'self' ? staffIdOf(actor) : asked.actor,
      action: asked.action,
      outcome: asked.outcome,
      subjectId: request?.id,
      from: asked.from ? instantOf(asked.from, 0, clinic.timeZone) : undefined,
      before: asked.to ? instantOf(asked.to, 24, clinic.timeZone) : undefined,
      beforeSeq: asked.before,
      limit: PAGE + 1,
    };
    const found = await listAudit(tx, filter);
    const page = found.slice(0, PAGE);
    return {
      rows: page.map((row) => rowFor(actor, row)),
      nextBefore: found.length > PAGE ? (page.at(-1)?.seq ?? null) : null,
      now: now.toISOString(),
    };
  },
});

type Row = Awaited<ReturnType<typeof listAudit>>[number];

/** An admin sees ids only. Of what was refused, nobody but a manager learns whether it exists. */
function rowFor(actor: Actor, { number, at, ...row }: Row) {
  const isAdmin = actor.role === 'admin';
  const isTold = actor.role === 'manager' || (!isAdmin && row.outcome === 'done');
  return {
    ...row,
    at: at.toISOString(),
    actorName: isAdmin ? null : row.actorName,
    subjectId: isTold || isAdmin ? row.subjectId : null,
    number: number && isTold ? saidNumber(number) : null,
  };
}
