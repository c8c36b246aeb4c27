import { z } from 'zod';
import { addEvent } from '@/db/events';
import { moveFollowUps } from '@/db/follow-ups';
import { detailsOf, intakeOf } from '@/db/intakes';
import { endMerge, findMerge, flagsStillTold } from '@/db/merges';
import { type FoundRequest, findRequest, holdRequests, postpone, storeChange, storeIntake } from '@/db/requests';
import { missingFrom } from '@/lib/domain/completeness';
import { UNMERGE_DAYS, unmergeUntil } from '@/lib/domain/duplicates';
import type { Intake } from '@/lib/domain/intake';
import { type Changed, comingBack, gravest, PIECES, pieceOf, withPieces } from '@/lib/domain/merging';
import { staffIdOf } from '@/lib/domain/permissions';
import { type RedFlag, redFlagsOf, URGENCIES, type Urgency, urgencyOf } from '@/lib/domain/red-flags';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber, sameVersion } from '@/lib/domain/request';
import { saysTheSame } from '@/lib/domain/same';
import { dayOf } from '@/lib/domain/working-time';
import { reckonMissing } from '@/lib/door/document';
import { type At, entry } from '@/lib/door/door';
import { requestNumber, version } from '@/lib/door/input';

/** Takes apart what was merged by mistake: the old one stands where it stood, the other says what it said. What somebody changed since stays, and the answer names it. */
export const unmergeRequest = entry({
  action: 'request.unmerge',
  input: z.strictObject({ number: requestNumber, version }),
  subject: (tx, { number }) => findRequest(tx, { number }),

  async run(at, { version: against }, { id }) {
    const { tx, actor, now, shown } = at;
    const found = (await findMerge(tx, id)) ?? refuse('not_mergeable', 'This request is not merged into another.');
    const [old, into] = await holdRequests(tx, [id, found.intoId]);
    if (!old || !into) throw new Error('a request vanished inside its transaction');
    shown([into.id]);
    sameVersion(old, against);
    if (now > unmergeUntil(found.at))
      refuse('too_late', `Only within ${UNMERGE_DAYS} days. Open a new request for this person instead.`);
    if (into.mergedInto)
      refuse(
        'not_mergeable',
        `${saidNumber(into.number)} is itself merged into another request: take that apart first.`,
      );

    const { stands, kept } = await putBack(at, into, old, found.changed);
    await moveFollowUps(tx, found.followUpIds, into.id, old.id);
    await endMerge(tx, found.id, staffIdOf(actor), now);
    const back = await storeChange(tx, old, found.was, now);
    await addEvent(tx, stands, actor, now, { kind: 'unmerged', facts: { kept, other: saidNumber(old.number) } });
    await addEvent(tx, back, actor, now, {
      kind: 'unmerged',
      ...(back.stage === old.stage ? {} : { from: old.stage, to: back.stage }),
      facts: { kept, other: saidNumber(into.number) },
    });
    // Its files went with it.
    await reckonMissing(at, stands.id);
    return { number: saidNumber(back.number), version: back.version, other: saidNumber(into.number), kept };
  },
});

/** The request that stayed, as it was before: piece by piece, where nobody has changed it since. */
async function putBack({ tx, now, clinic }: At, into: FoundRequest, old: FoundRequest, changed: Changed) {
  if (Object.keys(changed).length === 0) return { stands: into, kept: [] };
  const details = (await detailsOf(tx, into.id)) ?? refuse('not_found');
  const intake = intakeOf(details);
  const { urgency, alarmSince, dueAt } = into;
  const stands = { urgency, alarmSince, dueAt, flags: details.flags };
  const told = Object.fromEntries(Object.keys(changed).map((key) => [key, pieceOf(intake, key)]));
  const { back, kept } = comingBack(changed, { ...told, ...stands });
  const { flags, urgency: _, alarmSince: __, dueAt: ___, redFlags, ...pieces } = back;
  const known = gravest((flags as RedFlag[] | undefined) ?? details.flags);
  // What another one told that is still part of it, or what was answered since, is not lowered.
  const isRaised = !saysTheSame(known, gravest(known, await flagsStillTold(tx, into.id, old.id)));
  const isLowered = !isRaised && !kept.includes('redFlags');
  const after = withPieces(intake, isLowered && 'redFlags' in back ? { ...pieces, redFlags } : pieces);
  const standing = standingAgain(stands, isLowered ? back : {}, after);
  const missing = missingFrom(after, dayOf(now, clinic.timeZone), into);
  const stored = await storeIntake(tx, into, after, { ...standing, missing, dueAt: null }, now);
  if (standing.dueAt?.getTime() !== stored.dueAt?.getTime()) await postpone(tx, stored, standing.dueAt);
  return { stands: stored, kept: kept.filter((key) => key === 'redFlags' || PIECES.includes(key)) };
}

type Now = {
  readonly urgency: Urgency;
  readonly alarmSince: Date | null;
  readonly dueAt: Date | null;
  readonly flags: RedFlag[];
};

/** What was raised by the merge comes down again, and never below what is told now. */
function standingAgain(stands: Now, back: Readonly<Record<string, unknown>>, after: Intake) {
  const asDate = (key: 'alarmSince' | 'dueAt') =>
    key in back ? (typeof back[key] === 'string' ? new Date(back[key]) : null) : stands[key];
  const flags = gravest((back.flags as RedFlag[] | undefined) ?? stands.flags, redFlagsOf(after));
  const ranks = [(back.urgency as Urgency | undefined) ?? stands.urgency, urgencyOf(flags)].map((one) =>
    URGENCIES.indexOf(one),
  );
  return {
    flags,
    urgency: URGENCIES[Math.min(...ranks)] ?? stands.urgency,
    alarmSince: asDate('alarmSince'),
    dueAt: asDate('dueAt'),
  };
}
