import { z } from 'zod';
import { addDecision } from '@/db/decisions';
import { spendDraft } from '@/db/drafts';
import { addEvent } from '@/db/events';
import { findRequest, storeChange } from '@/db/requests';
import { DAYS_FOR_NEEDS, stageAfter, weigh } from '@/lib/domain/candidacy';
import { staffIdOf } from '@/lib/domain/permissions';
import { moveTo, saidNumber, sameVersion } from '@/lib/domain/request';
import { addWorkingDays, dueFor } from '@/lib/domain/working-time';
import { decisionParts } from '@/lib/door/decision';
import { entry } from '@/lib/door/door';
import { spentDraft } from '@/lib/door/draft';
import { requestNumber, version } from '@/lib/door/input';

export const decideCandidacy = entry({
  action: 'candidacy.decide',
  input: z.strictObject({ number: requestNumber, version, ...decisionParts, ...spentDraft }),
  subject: (tx, { number }) => findRequest(tx, { number }),

  async run({ tx, actor, now, clinic }, { number: _, version: against, draft: spent, ...draft }, request) {
    sameVersion(request, against);
    const decision = weigh(draft);
    const to = stageAfter(decision.verdict);
    moveTo(actor, request, to, 'candidacy.decide');
    const decided = await storeChange(
      tx,
      request,
      {
        stage: to,
        verdict: decision.verdict,
        claimedAt: null,
        ...(to === 'awaiting_info' ? { askedFor: [...decision.needs] } : { alarmSince: null }),
        dueAt: dueFor(to, request.urgency, now, clinic) ?? addWorkingDays(now, DAYS_FOR_NEEDS, clinic),
      },
      now,
    );
    const decisionVersion = await addDecision(tx, {
      ...decision,
      requestId: request.id,
      surgeonId: staffIdOf(actor),
      at: now,
    });
    await addEvent(tx, decided, actor, now, {
      kind: 'decided',
      from: request.stage,
      to,
      facts: { verdict: decision.verdict, reasons: decision.reasons, decisionVersion },
    });
    await spendDraft(tx, actor.id, spent);
    return {
      number: saidNumber(decided.number),
      verdict: decision.verdict,
      stage: decided.stage,
      decisionVersion,
      version: decided.version,
    };
  },
});
