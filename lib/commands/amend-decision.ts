import { z } from 'zod';
import { addDecision, latestDecision } from '@/db/decisions';
import { spendDraft } from '@/db/drafts';
import { addEvent } from '@/db/events';
import { addFollowUp } from '@/db/follow-ups';
import { holdRequest, storeChange } from '@/db/requests';
import { weigh } from '@/lib/domain/candidacy';
import { staffIdOf } from '@/lib/domain/permissions';
import { saidNumber, sameVersion } from '@/lib/domain/request';
import { addWorkingDays } from '@/lib/domain/working-time';
import { decisionParts } from '@/lib/door/decision';
import { entry } from '@/lib/door/door';
import { spentDraft } from '@/lib/door/draft';
import { requestNumber, text, version } from '@/lib/door/input';

/** A new version with a reason; the stage stays, the earlier version stays visible, and the person is told again. */
export const amendDecision = entry({
  action: 'decision.amend',
  input: z.strictObject({ number: requestNumber, version, ...decisionParts, amendReason: text(1_000), ...spentDraft }),
  async subject(tx, { number }) {
    const request = await holdRequest(tx, { number });
    const latest = request && (await latestDecision(tx, request.id));
    return request && latest && { ...request, authorId: latest.authorId };
  },

  async run(
    { tx, actor, now, clinic },
    { number: _, version: against, imagesReviewedOn, amendReason, draft: spent, ...draft },
    request,
  ) {
    sameVersion(request, against);
    const decision = weigh(draft);
    const dueAt = addWorkingDays(now, 2, clinic);
    const amended = await storeChange(
      tx,
      request,
      { verdict: decision.verdict, ...(request.stage === 'follow_up' ? { dueAt } : {}) },
      now,
    );
    const decisionVersion = await addDecision(tx, {
      ...decision,
      imagesReviewedOn,
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
      reason: amendReason,
      facts: { verdict: decision.verdict, reasons: decision.reasons, decisionVersion },
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
