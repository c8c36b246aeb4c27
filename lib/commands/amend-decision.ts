import { z } from 'zod';
import { addDecision, latestDecision } from '@/db/decisions';
import { spendDraft } from '@/db/drafts';
import { addEvent } from '@/db/events';
import { addFollowUp } from '@/db/follow-ups';
import { holdRequest, storeChange } from '@/db/requests';
import { DAYS_FOR_NEEDS, stageAfterAmending, weigh } from '@/lib/domain/candidacy';
import { staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber, sameVersion } from '@/lib/domain/request';
import { addWorkingDays } from '@/lib/domain/working-time';
import { decisionParts } from '@/lib/door/decision';
import { entry } from '@/lib/door/door';
import { spentDraft } from '@/lib/door/draft';
import { requestNumber, text, version } from '@/lib/door/input';

/** A new version with a reason; the earlier version stays visible, and the person is told again. */
export const amendDecision = entry({
  action: 'decision.amend',
  input: z.strictObject({ number: requestNumber, version, ...decisionParts, amendReason: text(1_000), ...spentDraft }),
  async subject(tx, { number }) {
    const request = await holdRequest(tx, { number });
    const latest = request && (await latestDecision(tx, request.id));
    return request && latest && { ...request, authorId: latest.mayAmendId };
  },

  async run({ tx, actor, now, clinic }, { number: _, version: against, amendReason, draft: spent, ...draft }, request) {
    sameVersion(request, against);
    if (request.stage === 'in_review')
      refuse('illegal_move', 'It is being read again: decide there.', [{ path: 'number', message: 'is in review' }]);
    const decision = weigh(draft);
    const to = stageAfterAmending(request.stage, decision.verdict);
    const isAnswer = decision.verdict !== 'cannot_tell';
    const dueAt = addWorkingDays(now, isAnswer ? 2 : DAYS_FOR_NEEDS, clinic);
    const amended = await storeChange(
      tx,
      request,
      {
        stage: to,
        verdict: decision.verdict,
        ...(to === 'follow_up' || to === 'awaiting_info' ? { dueAt } : {}),
        ...(isAnswer ? { alarmSince: null } : {}),
        ...(to === 'awaiting_info' ? { askedFor: [...decision.needs] } : {}),
      },
      now,
    );
    const decisionVersion = await addDecision(tx, {
      ...decision,
      amendReason,
      requestId: request.id,
      surgeonId: staffIdOf(actor),
      at: now,
    });
    await addFollowUp(tx, {
      requestId: request.id,
      staffId: request.coordinatorId,
      dueAt,
      what: 'Tell the person: the decision was amended',
      createdBy: actor.id,
      createdAt: now,
    });
    await addEvent(tx, amended, actor, now, {
      kind: 'amended',
      ...(to === request.stage ? {} : { from: request.stage, to }),
      reason: amendReason,
      facts: { verdict: decision.verdict, reasons: decision.reasons, decisionVersion },
    });
    await addEvent(tx, amended, actor, now, {
      kind: 'follow_up_set',
      facts: { dueAt: dueAt.toISOString(), staffId: request.coordinatorId },
    });
    await spendDraft(tx, actor.id, spent);
    return {
      number: saidNumber(amended.number),
      verdict: decision.verdict,
      stage: amended.stage,
      decisionVersion,
      version: amended.version,
    };
  },
});
