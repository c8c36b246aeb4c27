import { type Level, levelsOf, type ProcedureCode, type ProcedureSide, procedureOf } from './procedures';
import { type Field, refuse } from './refusal';
import type { Stage } from './stages';

export const VERDICTS = ['candidate', 'needs_exam', 'not_now', 'not_candidate', 'cannot_tell'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const VERDICT_WORDS: Record<Verdict, string> = {
  candidate: 'Candidate',
  needs_exam: 'Likely, needs exam',
  not_now: 'Not now',
  not_candidate: 'Not a candidate',
  cannot_tell: 'Cannot tell from this',
};

/** Where the images were read, recorded with each decision. */
export const IMAGES_REVIEWED_ON = ['clinic_pacs', 'reference_viewer', 'report_only', 'not_recorded'] as const;
export type ImagesReviewedOn = (typeof IMAGES_REVIEWED_ON)[number];

export type PlannedProcedure = {
  readonly code: ProcedureCode;
  readonly levels: readonly Level[];
  readonly side?: ProcedureSide;
};
export type DecisionDraft = {
  readonly verdict: Verdict;
  readonly procedures: readonly PlannedProcedure[];
  readonly reasons: readonly string[];
  readonly needs: readonly string[];
  readonly conditions: readonly string[];
  readonly message: string;
  readonly imagesReviewedOn: ImagesReviewedOn;
};

/** Working days a person is given for what a surgeon still needs. */
export const DAYS_FOR_NEEDS = 7;

/** A decision as it may be recorded. Refuses `incomplete`, naming each field that is missing or does not fit. */
export function weigh(draft: DecisionDraft): DecisionDraft {
  const wants: Field[] = [];
  const want = (path: string, message: string) => wants.push({ path, message });
  const { verdict, procedures } = draft;

  if (verdict === 'candidate' && procedures.length === 0)
    want('procedures', 'a candidate needs a procedure with its levels');
  // A report names findings, not what a small incision would meet: from it alone nobody is marked (the institute's rule).
  if (verdict === 'candidate' && draft.imagesReviewedOn === 'report_only')
    want('imagesReviewedOn', 'a candidate is marked from the images; from the report alone it is "Likely, needs exam"');
  if (['not_candidate', 'cannot_tell'].includes(verdict) && procedures.length > 0)
    want('procedures', 'no procedure goes with this verdict');
  if (['not_now', 'not_candidate'].includes(verdict) && draft.reasons.length === 0) want('reasons', 'say why');
  if (['needs_exam', 'cannot_tell'].includes(verdict) && draft.needs.length === 0) want('needs', 'say what is needed');
  if (draft.reasons.includes('OTHER') && draft.message.trim() === '')
    want('message', 'reason OTHER is explained in the message');
  procedures.forEach((planned, at) => {
    const path = `procedures.${at}`;
    const possible = levelsOf(planned.code);
    const name = procedureOf(planned.code)?.words ?? planned.code;
    if (planned.levels.length === 0) want(`${path}.levels`, 'name at least one level');
    for (const level of planned.levels)
      if (!possible.includes(level)) want(`${path}.levels`, `${name} is not done at ${level}`);
    if (!planned.side) want(`${path}.side`, 'name the side, or midline');
  });
  if (wants.length > 0) refuse('incomplete', wants.map(({ path, message }) => `${path}: ${message}`).join('; '), wants);
  return draft;
}

/** An amendment keeps the stage, but for the two that the verdict itself leads to: asking and answering. */
export function stageAfterAmending(stage: Stage, verdict: Verdict): Stage {
  return stage === 'awaiting_info' || stage === 'follow_up' ? stageAfter(verdict) : stage;
}

/** Undecidable goes back for what it needs; every other answer is followed up. */
export function stageAfter(verdict: Verdict): Stage {
  return verdict === 'cannot_tell' ? 'awaiting_info' : 'follow_up';
}
