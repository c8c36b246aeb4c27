import { z } from 'zod';
import { addEvent } from '@/db/events';
import { moveFollowUps } from '@/db/follow-ups';
import { detailsOf, intakeOf } from '@/db/intakes';
import { addMerge } from '@/db/merges';
import { type FoundRequest, findRequest, holdRequests, storeChange, storeIntake } from '@/db/requests';
import { missingFrom } from '@/lib/domain/completeness';
import {
  changedBetween,
  graverAnswers,
  gravest,
  PIECES,
  pieceOf,
  whyNotMerged,
  withPieces,
} from '@/lib/domain/merging';
import { may, staffIdOf } from '@/lib/domain/permissions';
import { raisesAlarm, redFlagsOf, URGENCIES, urgencyOf } from '@/lib/domain/red-flags';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber, sameVersion } from '@/lib/domain/request';
import { type Calendar, dayOf, dueFor, earliest } from '@/lib/domain/working-time';
import { entry } from '@/lib/door/door';
import { requestNumber, text, version } from '@/lib/door/input';

/**
 * Two requests of one person become the one that stays. `take` names the pieces that come from the other; red flags are the graver of both.
 * The other is closed under its number and keeps all it told; what was written on it is read through, its open follow-ups move.
 */
export const mergeRequests = entry({
  action: 'request.merge',
  input: z.strictObject({
    number: requestNumber,
    version,
    with: requestNumber,
    withVersion: version,
    take: z
      .array(z.enum(PIECES as [string, ...string[]]))
      .max(PIECES.length)
      .default([]),
    reason: text(1_000),
  }),
  subject: (tx, { number }) => findRequest(tx, { number }),

  async run({ tx, actor, now, clinic, shown }, { with: other, withVersion, take, reason, ...against }, { id }) {
    const otherId = (await findRequest(tx, { number: other }))?.id;
    const [stays, goes] = await holdRequests(tx, [id, otherId ?? id]);
    if (!stays || !goes || !otherId || !may(actor, 'request.merge', goes))
      refuse('invalid', undefined, [{ path: 'with', message: 'is not a request that you may see' }]);
    shown([goes.id]);
    sameVersion(stays, against.version);
    sameVersion(goes, withVersion);
    const whyNot = whyNotMerged(stays, goes);
    if (whyNot) refuse('not_mergeable', whyNot, undefined, { version: stays.version });

    const [here, there] = [await told(tx, stays.id), await told(tx, goes.id)];
    const taken = Object.fromEntries(take.map((piece) => [piece, pieceOf(there.intake, piece)]));
    const redFlags = graverAnswers(here.intake.redFlags, there.intake.redFlags);
    const after = withPieces({ ...here.intake, redFlags }, taken);
    const flags = gravest(here.flags, there.flags, redFlagsOf(after));
    const standing = { ...raised(stays, goes, here.flags, flags, now, clinic), flags };
    const hasReportFile = stays.hasReportFile || goes.hasReportFile;
    const missing = missingFrom(after, dayOf(now, clinic.timeZone), { hasReportFile });
    const merged = await storeIntake(tx, stays, after, { ...standing, missing }, now);

    const followUpIds = await moveFollowUps(tx, 'open', goes.id, stays.id);
    const before = Object.fromEntries([...take, 'redFlags'].map((piece) => [piece, pieceOf(here.intake, piece)]));
    await addMerge(tx, {
      requestId: goes.id,
      intoId: stays.id,
      isRepeat: false,
      byId: staffIdOf(actor),
      byName: actor.name,
      reason,
      at: now,
      changed: changedBetween(
        { ...before, ...standingOf(stays), flags: here.flags },
        { ...taken, redFlags, ...standingOf(merged), flags },
      ),
      followUpIds,
    });
    await addEvent(tx, merged, actor, now, {
      kind: 'merged',
      reason,
      facts: { other: saidNumber(goes.number), parts: take, before },
    });
    const closed = await storeChange(
      tx,
      goes,
      { stage: 'closed', dueAt: null, claimedAt: null, alarmSince: null, mergedInto: stays.id },
      now,
    );
    const isMove = goes.stage !== 'closed';
    await addEvent(tx, closed, actor, now, {
      kind: 'merged',
      ...(isMove ? { from: goes.stage, to: 'closed' } : {}),
      reason: 'DUPLICATE',
      facts: { other: saidNumber(stays.number) },
    });
    return { number: saidNumber(stays.number), version: merged.version };
  },
});

async function told(tx: Parameters<typeof detailsOf>[0], id: string) {
  const details = (await detailsOf(tx, id)) ?? refuse('not_found');
  return { intake: intakeOf(details), flags: details.flags };
}

const standingOf = ({ urgency, alarmSince, dueAt }: FoundRequest) => ({ urgency, alarmSince, dueAt });

/** The graver of both; what waits for a clinician in either waits on, since it first did. */
function raised(
  stays: FoundRequest,
  goes: FoundRequest,
  known: Parameters<typeof raisesAlarm>[0],
  flags: Parameters<typeof raisesAlarm>[1],
  now: Date,
  clinic: Calendar,
) {
  const ranks = [stays.urgency, urgencyOf(flags)].map((urgency) => URGENCIES.indexOf(urgency));
  const urgency = URGENCIES[Math.min(...ranks)] ?? stays.urgency;
  const isRaised = raisesAlarm(known, flags);
  const waits = earliest(stays.alarmSince, goes.alarmSince) ?? (isRaised ? now : null);
  return {
    urgency,
    alarmSince: waits,
    dueAt: isRaised ? earliest(stays.dueAt, dueFor('triage', urgency, now, clinic)) : null,
  };
}
