export type Coded = { readonly code: string; readonly words: string };

/** Why not, or not now: a surgeon's codes. */
export const DECISION_REASONS = [
  { code: 'CC_SHORT', words: 'Too little conservative care' },
  { code: 'MRI_OLD', words: 'MRI too old' },
  { code: 'MRI_INADEQUATE', words: 'MRI not adequate' },
  { code: 'NO_TARGET', words: 'Nothing to operate on' },
  { code: 'MISMATCH', words: 'Imaging does not match symptoms' },
  { code: 'WRONG_REGION', words: 'Outside our scope' },
  { code: 'INPATIENT_NEEDED', words: 'Needs a hospital' },
  { code: 'MED_RISK', words: 'Medical risk' },
  { code: 'NON_SPINAL', words: 'Cause is not the spine' },
  { code: 'RED_FLAG_ED', words: 'Sent to an emergency department' },
  { code: 'IMPROVED', words: 'Improved' },
  { code: 'PT_DECLINED', words: 'Person declined' },
  { code: 'OTHER', words: 'Other (say in the message)' },
] as const satisfies readonly Coded[];

/** What is needed before an answer. */
export const NEEDS = [
  { code: 'NEW_MRI', words: 'New MRI' },
  { code: 'MRI_REPORT', words: 'MRI report' },
  { code: 'FLEXEX_XR', words: 'Flexion-extension X-ray' },
  { code: 'STANDING_XR', words: 'Standing X-ray' },
  { code: 'CT', words: 'CT' },
  { code: 'EMG_NCS', words: 'EMG / nerve conduction' },
  { code: 'DEXA', words: 'Bone density' },
  { code: 'DIAG_BLOCK', words: 'Diagnostic block' },
  { code: 'MED_CLEAR', words: 'Medical clearance' },
  { code: 'CARDIAC_CLEAR', words: 'Cardiac clearance' },
  { code: 'ANESTH_CONSULT', words: 'Anesthesia consult' },
  { code: 'HBA1C', words: 'HbA1c' },
  { code: 'COTININE', words: 'Cotinine' },
  { code: 'OP_NOTES', words: 'Operative notes' },
  { code: 'PT_RECORDS', words: 'Therapy records' },
  { code: 'INJ_RECORDS', words: 'Injection records' },
  { code: 'MED_LIST', words: 'Medication list' },
  { code: 'IN_PERSON_EXAM', words: 'In-person exam' },
] as const satisfies readonly Coded[];

/** Why a coordinator or manager closes a request. */
export const CLOSE_REASONS = [
  { code: 'INFORMED', words: 'Answer given, nothing further' },
  { code: 'PT_UNREACHABLE', words: 'Could not be reached' },
  { code: 'PT_DECLINED', words: 'Person declined' },
  { code: 'IMPROVED', words: 'Improved' },
  { code: 'INSURANCE', words: 'Insurance' },
  { code: 'ELSEWHERE', words: 'Treated elsewhere' },
  { code: 'DUPLICATE', words: 'Duplicate' },
  { code: 'WITHDRAWN', words: 'Withdrawn by the person' },
  { code: 'SPAM', words: 'Not a request (spam)' },
] as const satisfies readonly Coded[];

/** Of a whole file taken back: the house says it, nobody chooses it. */
export const IMPORT_UNDONE = { code: 'IMPORT_UNDONE', words: 'Import undone' } as const satisfies Coded;

export const REASON_CODES = DECISION_REASONS.map(({ code }) => code);
export const NEED_CODES = NEEDS.map(({ code }) => code);

/** The words for a code, or the code itself when an older list knew it. */
export function wordsFor(code: string): string {
  const known: readonly Coded[] = [...DECISION_REASONS, ...NEEDS, ...CLOSE_REASONS, IMPORT_UNDONE];
  return known.find((one) => one.code === code)?.words ?? code;
}
