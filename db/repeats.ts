import { type SQL, sql } from 'drizzle-orm';
import { missingFrom } from '@/lib/domain/completeness';
import { identityOf, likeness, REPEAT_HOURS } from '@/lib/domain/duplicates';
import type { Intake } from '@/lib/domain/intake';
import { changedBetween, differencesOf, graverAnswers, gravest } from '@/lib/domain/merging';
import type { Actor } from '@/lib/domain/permissions';
import { type RedFlag, raisesAlarm, redFlagsOf, URGENCIES, urgencyOf } from '@/lib/domain/red-flags';
import { saidNumber } from '@/lib/domain/request';
import { saysTheSame } from '@/lib/domain/same';
import { type Calendar, dayOf, dueFor, earliest } from '@/lib/domain/working-time';
import type { Tx } from './client';
import { holdIdentity, openWithContact } from './duplicates';
import { addEvent } from './events';
import { detailsOf, intakeOf } from './intakes';
import { addMerge } from './merges';
import { type FoundRequest, findRequest, postpone, storeChange, storeIntake } from './requests';

type At = { readonly tx: Tx; readonly actor: Actor; readonly now: Date; readonly clinic: Calendar };

/**
 * The same person told again within hours of an open request: kept whole under its own number, and linked to the first.
 * However many arrive at once, one stays open. Nothing of this is in the answer: nobody learns who was known.
 * What it was linked to, or null.
 */
export async function linkRepeat({ tx, actor, now, clinic }: At, requestId: string, intake: Intake) {
  const { person } = intake;
  await holdIdentity(tx, identityOf(person));
  const since = new Date(now.getTime() - REPEAT_HOURS * 3_600_000);
  const known = await openWithContact(tx, person, since, requestId);
  const same = known.find((one) => likeness(one.known, person)?.degree === 'same');
  const [first, repeat] = same ? [await findRequest(tx, same), await findRequest(tx, { id: requestId })] : [];
  if (!first || !repeat || first.isDecided) return null;

  const raised = await raise({ tx, actor, now, clinic }, first, repeat, intake);
  await addMerge(tx, {
    requestId,
    intoId: first.id,
    isRepeat: true,
    byId: isStranger(actor) ? null : actor.id,
    byName: actor.name,
    at: now,
    changed: raised,
    followUpIds: [],
  });
  const closed = await storeChange(
    tx,
    repeat,
    { stage: 'closed', dueAt: null, alarmSince: null, mergedInto: first.id },
    now,
  );
  await addEvent(tx, closed, actor, now, {
    kind: 'merged',
    from: repeat.stage,
    to: 'closed',
    reason: 'DUPLICATE',
    facts: { other: saidNumber(first.number) },
  });
  return { first: first.id };
}

/** Those of many that have just come which share a birthday and a phone or an e-mail with another that came within the hours of a repeat. */
export async function perhapsRepeats(tx: Tx, ids: readonly string[], now: Date): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const since = new Date(now.getTime() - REPEAT_HOURS * 3_600_000);
  // Looked up person by person: asked of all at once, every person there is would be read. So are their requests: while a list comes in, far more are of these hours than was ever counted, and reading those would be slow.
  const alike = (way: SQL) =>
    sql`(select q.id from person q where ${way} and q.date_of_birth = p.date_of_birth and q.id <> p.id limit 50)`;
  const { rows } = await tx.execute<{ id: string }>(sql`
    select r.id from request r join person p on p.id = r.person_id cross join lateral (
      select from (${alike(sql`q.phone = p.phone`)} union all ${alike(sql`lower(q.email) = lower(p.email)`)}) as q
      join request s on s.person_id = q.id where s.received_at + interval '0' > ${since} limit 1) as another
    where r.id = any(${sql.param([...ids])}::uuid[])`);
  return new Set(rows.map(({ id }) => id));
}

const isStranger = ({ role }: Actor) => role === 'intake' || role === 'public';

/** What the first now stands at: graver red flags count at once, the rest is shown beside it and decided by a person. What was changed comes back, to be put back. */
async function raise({ tx, actor, now, clinic }: At, first: FoundRequest, repeat: FoundRequest, intake: Intake) {
  const details = await detailsOf(tx, first.id);
  if (!details) throw new Error('a request vanished inside its transaction');
  const before = intakeOf(details);
  const redFlags = graverAnswers(before.redFlags, intake.redFlags);
  const flags = gravest(
    details.flags,
    redFlagsOf(intake),
    redFlagsOf({ redFlags, complaint: before.complaint }),
    redFlagsOf({ redFlags, complaint: intake.complaint }),
  );
  const parts = [...new Set(differencesOf(before, intake).map(({ path }) => path.split('.')[0] ?? path))];
  const told = { kind: 'repeated', facts: { other: saidNumber(repeat.number), parts } } as const;
  if (saysTheSame(flags, gravest(details.flags))) {
    // The person may have brought what is awaited: somebody looks, by the clock of a request in triage.
    const isAwaited = first.stage === 'awaiting_info' && parts.length > 0;
    const dueAt = isAwaited ? earliest(first.dueAt, dueFor('triage', first.urgency, now, clinic)) : first.dueAt;
    if (isAwaited) await postpone(tx, first, dueAt);
    await addEvent(tx, first, actor, now, told);
    return changedBetween({ dueAt: first.dueAt }, { dueAt });
  }
  const standing = raisedTo(first, details.flags, flags, now, clinic);
  const after = { ...before, redFlags };
  const stored = await storeIntake(
    tx,
    first,
    after,
    { ...standing, flags, missing: missingFrom(after, dayOf(now, clinic.timeZone), first) },
    now,
  );
  await addEvent(tx, stored, actor, now, {
    ...told,
    facts: { ...told.facts, before: { redFlags: before.redFlags } },
  });
  return changedBetween(
    {
      redFlags: before.redFlags,
      flags: details.flags,
      urgency: first.urgency,
      alarmSince: first.alarmSince,
      dueAt: first.dueAt,
    },
    { redFlags, flags, urgency: stored.urgency, alarmSince: stored.alarmSince, dueAt: stored.dueAt },
  );
}

/** Raised, never lowered; a red flag is due by its own clock wherever the request is. */
function raisedTo(
  first: FoundRequest,
  known: readonly RedFlag[],
  flags: readonly RedFlag[],
  now: Date,
  clinic: Calendar,
) {
  const urgency =
    URGENCIES[Math.min(URGENCIES.indexOf(first.urgency), URGENCIES.indexOf(urgencyOf(flags)))] ?? first.urgency;
  const isRaised = raisesAlarm(known, flags);
  return {
    urgency,
    dueAt: isRaised ? earliest(first.dueAt, dueFor('triage', urgency, now, clinic)) : null,
    alarmSince: isRaised && urgency !== first.urgency ? now : (first.alarmSince ?? (isRaised ? now : null)),
  };
}
