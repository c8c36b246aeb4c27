import type { Verdict } from '@/lib/domain/candidacy';
import type { Family } from '@/lib/domain/procedures';
import type { Urgency } from '@/lib/domain/red-flags';
import type { Stage } from '@/lib/domain/stages';
import type { Chance } from './chance';

/** Where a request stands today and how it got there; the life in between is drawn later. */
export type Fate = {
  readonly stage: Stage;
  /** How far it came. */
  readonly reach: 'received' | 'complete' | 'decided' | 'consult' | 'procedure';
  readonly verdict: Verdict | null;
  readonly family: Family | null;
  readonly reason: string | null;
  readonly closing: string | null;
  readonly urgency: Urgency;
  /** Days that such a life takes, in which it may have come in. */
  readonly from: number;
  readonly to: number;
};
export const BLANK = {
  verdict: null,
  family: null,
  reason: null,
  closing: null,
  urgency: 'routine',
  from: 3,
  to: 400,
} as const;
export const EVER = 400;

/** Per 100 requests about 38 never become complete, 58 are decided, 21 of those are candidates, 13 come to a consult. */
export function fates(chance: Chance, count: number): Fate[] {
  const open = desk(chance);
  const ended = Array.from({ length: count - open.length }, (_, at) => end(chance, at / (count - open.length)));
  return [...open, ...ended];
}

/** What lies on the desk now, as a believable day has it. */
function desk(chance: Chance): Fate[] {
  const many = (number: number, fate: () => Omit<Fate, 'urgency'>) => Array.from({ length: number }, fate);
  const undecided = (stage: Stage, reach: Fate['reach'], from: number, to: number) => () => ({
    ...BLANK,
    stage,
    reach,
    from,
    to,
  });
  const decided = (stage: Stage, reach: Fate['reach'], from: number, to: number, outcome: () => Outcome) => () => ({
    ...BLANK,
    stage,
    reach,
    from,
    to,
    ...outcome(),
  });
  const yes = () => (chance.of(0.82) ? candidate(chance) : NEEDS_EXAM);
  return [
    ...many(16, undecided('new', 'received', 0, 1.8)),
    ...many(29, undecided('triage', 'received', 0.4, 7)),
    ...many(52, undecided('awaiting_info', 'received', 3, 40)),
    ...many(
      8,
      decided('awaiting_info', 'complete', 8, 45, () => CANNOT_TELL),
    ),
    ...many(19, undecided('ready_for_review', 'complete', 2.5, 16)),
    ...many(3, undecided('in_review', 'complete', 3, 12)),
    ...many(
      60,
      decided('follow_up', 'decided', 4, 36, () =>
        chance.weighted([
          [candidate(chance), 45],
          [NEEDS_EXAM, 15],
          [no(chance), 40],
        ] as const),
      ),
    ),
    ...many(25, decided('consult_booked', 'consult', 8, 45, yes)),
    ...many(9, decided('consult_held', 'consult', 16, 60, yes)),
    ...many(
      16,
      decided('procedure_booked', 'procedure', 24, 90, () => candidate(chance)),
    ),
  ].map((fate) => ({
    ...fate,
    urgency: fate.reach === 'consult' || fate.reach === 'procedure' ? decidedUrgency(chance) : calmUrgency(chance),
  }));
}

/** One that has ended, of a hundred in their order: `part` runs from 0 to 1. */
function end(chance: Chance, part: number): Fate {
  const at = part * 960;
  if (at < 82)
    return {
      ...BLANK,
      ...(chance.of(0.9) ? candidate(chance) : NEEDS_EXAM),
      stage: 'completed',
      reach: 'procedure',
      from: 42,
      to: EVER,
      urgency: decidedUrgency(chance),
    };
  if (at < 112) return closed(chance, 'consult', chance.of(0.7) ? candidate(chance) : NEEDS_EXAM, 26, 'AFTER_CONSULT');
  if (at < 196) return closed(chance, 'decided', candidate(chance), 14, 'AFTER_YES');
  if (at < 226) return closed(chance, 'decided', NEEDS_EXAM, 16, 'AFTER_YES');
  if (at < 526) return closed(chance, 'decided', no(chance), 6, 'AFTER_NO');
  if (at < 582) return closed(chance, 'complete', CANNOT_TELL, 30, 'SILENT');
  if (at < 602) return closed(chance, 'complete', BLANK, 5, 'WITHDRAWN');
  return chance.of(0.62)
    ? closed(chance, 'received', BLANK, 24, 'SILENT')
    : closed(chance, 'received', BLANK, 3, 'WITHDRAWN');
}

const CLOSINGS = {
  AFTER_CONSULT: [
    ['PT_DECLINED', 50],
    ['INSURANCE', 25],
    ['ELSEWHERE', 15],
    ['IMPROVED', 10],
  ],
  AFTER_YES: [
    ['PT_DECLINED', 42],
    ['INSURANCE', 20],
    ['ELSEWHERE', 18],
    ['PT_UNREACHABLE', 12],
    ['IMPROVED', 8],
  ],
  AFTER_NO: [
    ['INFORMED', 94],
    ['PT_UNREACHABLE', 4],
    ['ELSEWHERE', 2],
  ],
  SILENT: [
    ['PT_UNREACHABLE', 86],
    ['ELSEWHERE', 14],
  ],
  WITHDRAWN: [
    ['PT_DECLINED', 36],
    ['IMPROVED', 22],
    ['ELSEWHERE', 16],
    ['INSURANCE', 12],
    ['DUPLICATE', 14],
  ],
} as const;

type Outcome = Pick<Fate, 'verdict' | 'family' | 'reason'>;
function closed(
  chance: Chance,
  reach: Fate['reach'],
  { verdict, family, reason }: Outcome,
  from: number,
  how: keyof typeof CLOSINGS,
): Fate {
  const isDecided = verdict !== null && verdict !== 'cannot_tell';
  const urgency = reason === 'RED_FLAG_ED' ? 'emergency' : isDecided ? decidedUrgency(chance) : calmUrgency(chance);
  const isFast = urgency === 'emergency' || urgency === 'same_day';
  return {
    stage: 'closed',
    reach,
    verdict,
    family,
    reason,
    closing: chance.weighted<string>(CLOSINGS[how]),
    urgency,
    from: isFast ? Math.min(from, 5) : from,
    to: EVER,
  };
}

const NEEDS_EXAM: Outcome = { verdict: 'needs_exam', family: null, reason: null };
const CANNOT_TELL: Outcome = { verdict: 'cannot_tell', family: null, reason: null };

function candidate(chance: Chance): Outcome {
  return { verdict: 'candidate', family: chance.of(2 / 3) ? 'decompression' : 'stabilization', reason: null };
}

function no(chance: Chance): Outcome {
  const reason = chance.among({
    CC_SHORT: 24,
    NO_TARGET: 21,
    MISMATCH: 9,
    MED_RISK: 13,
    INPATIENT_NEEDED: 12,
    NON_SPINAL: 9,
    IMPROVED: 5,
    PT_DECLINED: 2,
    MRI_OLD: 1.5,
    OTHER: 2,
    RED_FLAG_ED: 2,
  });
  return {
    verdict: ['CC_SHORT', 'IMPROVED', 'PT_DECLINED', 'MRI_OLD'].includes(reason) ? 'not_now' : 'not_candidate',
    family: null,
    reason,
  };
}

/** Alarms are never closed or left lying before a surgeon has seen them: all but the pinned ones belong to decided requests. */
function decidedUrgency(chance: Chance): Urgency {
  return chance.among({ same_day: 16, emergency: 3.4, urgent: 20, routine: 60 });
}
function calmUrgency(chance: Chance): Urgency {
  return chance.among({ urgent: 20, routine: 80 });
}
