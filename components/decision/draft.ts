import type { DecisionDraft, IMAGES_REVIEWED_ON, Verdict } from '@/lib/domain/candidacy';
import type { DecisionShown } from '@/lib/domain/desk';
import type { Level, ProcedureCode, ProcedureSide } from '@/lib/domain/procedures';

export type ImagesReviewedOn = (typeof IMAGES_REVIEWED_ON)[number];
export type ProcedureTyped = {
  readonly code: ProcedureCode;
  readonly levels: readonly Level[];
  readonly side: ProcedureSide | null;
};

/** A decision as it is being marked: nothing is chosen until the surgeon chooses it. */
export type Draft = {
  readonly verdict: Verdict | null;
  readonly procedures: readonly ProcedureTyped[];
  readonly reasons: readonly string[];
  readonly needs: readonly string[];
  /** One a line. */
  readonly conditions: string;
  readonly message: string;
  readonly imagesReviewedOn: ImagesReviewedOn | null;
  readonly amendReason: string;
};
export type Part = 'procedures' | 'reasons' | 'needs' | 'conditions';
type Asking = 'needed' | 'optional' | 'no';

/** What is asked with each verdict; what is not asked stays in the draft and is not sent. */
export const ASKED: Record<Verdict, Record<Part, Asking>> = {
  candidate: { procedures: 'needed', reasons: 'no', needs: 'optional', conditions: 'optional' },
  needs_exam: { procedures: 'optional', reasons: 'no', needs: 'needed', conditions: 'optional' },
  not_now: { procedures: 'optional', reasons: 'needed', needs: 'optional', conditions: 'optional' },
  not_candidate: { procedures: 'no', reasons: 'needed', needs: 'optional', conditions: 'no' },
  cannot_tell: { procedures: 'no', reasons: 'no', needs: 'needed', conditions: 'no' },
};

export const EMPTY_DRAFT: Draft = {
  verdict: null,
  procedures: [],
  reasons: [],
  needs: [],
  conditions: '',
  message: '',
  imagesReviewedOn: null,
  amendReason: '',
};

/** The decision that holds, ready to be changed. */
export function draftOf(decision: DecisionShown): Draft {
  const { verdict, procedures, reasons, needs, conditions, message, imagesReviewedOn } = decision;
  return {
    verdict,
    reasons,
    needs,
    message,
    imagesReviewedOn,
    amendReason: '',
    conditions: conditions.join('\n'),
    procedures: procedures.map(({ code, levels, side }) => ({ code, levels, side: side ?? null })),
  };
}

/** Only what goes with the verdict leaves the screen. */
export function told(draft: Draft): Partial<DecisionDraft> & { imagesReviewedOn?: ImagesReviewedOn } {
  const asks = (part: Part) => draft.verdict !== null && ASKED[draft.verdict][part] !== 'no';
  return {
    ...(draft.verdict ? { verdict: draft.verdict } : {}),
    procedures: asks('procedures')
      ? draft.procedures.map(({ side, ...planned }) => ({ ...planned, ...(side ? { side } : {}) }))
      : [],
    reasons: asks('reasons') ? draft.reasons : [],
    needs: asks('needs') ? draft.needs : [],
    conditions: asks('conditions')
      ? draft.conditions
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
      : [],
    message: draft.message.trim() === '' ? '' : draft.message,
    ...(draft.imagesReviewedOn ? { imagesReviewedOn: draft.imagesReviewedOn } : {}),
  };
}

export function isSame(a: Draft, b: Draft): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
