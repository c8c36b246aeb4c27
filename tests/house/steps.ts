import fc from 'fast-check';
import { amendDecision } from '@/lib/commands/amend-decision';
import { assignRequest } from '@/lib/commands/assign-request';
import { claimRequest } from '@/lib/commands/claim-request';
import { correctRequest } from '@/lib/commands/correct-request';
import { decideCandidacy } from '@/lib/commands/decide-candidacy';
import { logContact } from '@/lib/commands/log-contact';
import { moveRequest } from '@/lib/commands/move-request';
import { releaseIdleClaims } from '@/lib/commands/release-idle-claims';
import { undoChange } from '@/lib/commands/undo-change';
import { writeNote } from '@/lib/commands/write-note';
import { STAGES } from '@/lib/domain/stages';
import { theCast } from './cast';
import { aFullIntake, noRedFlags } from './intake';
import { theHouse } from './people';
import { aCandidate, inDays, theRow } from './requests';

const PEOPLE = ['coordinator', 'otherCoordinator', 'surgeon', 'otherSurgeon', 'manager', 'admin'] as const;
const KINDS = [
  'move',
  'move',
  'move',
  'move',
  'onward',
  'onward',
  'onward',
  'decide',
  'decide',
  'amend',
  'claim',
  'assign',
  'correct',
  'note',
  'contact',
  'idle',
  'undo',
  'undo',
] as const;
const DRAFTS = [
  aCandidate,
  { verdict: 'not_now', reasons: ['CC_SHORT'] },
  { verdict: 'cannot_tell', needs: ['NEW_MRI'] },
  { verdict: 'needs_exam', needs: ['CT'] },
  { verdict: 'not_candidate' },
] as const;
const PARTS = [
  { report: { text: 'It came.' } },
  { redFlags: { ...noRedFlags, CES1: 'yes' } },
  { redFlags: noRedFlags },
  { imaging: [] },
  { complaint: aFullIntake().complaint },
  { conservativeCare: [] },
] as const;
/** Where a request usually goes next, so that long ways are walked too. */
const ONWARD: Readonly<Record<string, readonly [to: string, who: (typeof PEOPLE)[number]]>> = {
  new: ['triage', 'coordinator'],
  triage: ['ready_for_review', 'coordinator'],
  awaiting_info: ['ready_for_review', 'coordinator'],
  ready_for_review: ['in_review', 'surgeon'],
  follow_up: ['consult_booked', 'coordinator'],
  consult_booked: ['consult_held', 'coordinator'],
  consult_held: ['procedure_booked', 'coordinator'],
  procedure_booked: ['completed', 'coordinator'],
  closed: ['triage', 'manager'],
};

export const arbitraryStep = fc.record({
  kind: fc.constantFrom(...KINDS),
  who: fc.constantFrom(...PEOPLE),
  which: fc.nat(2),
  to: fc.constantFrom(...STAGES),
  reason: fc.constantFrom('said so', 'PT_DECLINED', undefined),
  hasDate: fc.boolean(),
  /** Now and then against a page that is no longer true. */
  behind: fc.constantFrom(0, 0, 0, 0, 1),
  pick: fc.nat(5),
});
export type Step = typeof arbitraryStep extends fc.Arbitrary<infer S> ? S : never;

export async function attempt(step: Step, numbers: readonly string[]): Promise<unknown> {
  const cast = theCast();
  const number = numbers[step.which] ?? '';
  const row = await theRow(number);
  const version = Math.max(1, row.version - step.behind);
  const actor = cast[step.who];
  const asked = {
    reason: step.reason,
    ...(step.hasDate ? { dueAt: inDays(3) } : {}),
    ...(step.pick > 2 ? { missing: ['report'] } : {}),
  };
  switch (step.kind) {
    case 'move':
      return moveRequest(actor, { number, version, to: step.to, ...asked });
    case 'onward': {
      const [to, who] = ONWARD[row.stage] ?? ['closed', 'coordinator'];
      return moveRequest(cast[who], { number, version, to, reason: 'PT_DECLINED', dueAt: inDays(3) });
    }
    case 'decide':
      return decideCandidacy(step.pick > 2 ? actor : cast.surgeon, {
        number,
        version,
        ...DRAFTS[step.pick % DRAFTS.length],
      });
    case 'amend':
      return amendDecision(cast.surgeon, {
        number,
        version,
        ...DRAFTS[step.pick % DRAFTS.length],
        amendReason: 'looked again',
      });
    case 'claim':
      return claimRequest(actor, {});
    case 'assign':
      return assignRequest(actor, {
        number,
        version,
        staffId: [cast.surgeon.id, cast.otherSurgeon.id, cast.coordinator.id, null][step.pick % 4],
      });
    case 'correct':
      return correctRequest(cast.coordinator, { number, version, ...PARTS[step.pick] });
    case 'note':
      return writeNote(actor, { number, text: 'Rang.' });
    case 'contact':
      return logContact(actor, { number, channel: 'phone', outcome: step.pick > 2 ? 'told_answer' : 'reached' });
    case 'undo':
      return undoChange(actor, { number, version });
    case 'idle':
      return releaseIdleClaims(theHouse, {}, { now: new Date(Date.now() + (step.pick > 3 ? 31 : 5) * 60_000) });
  }
}
