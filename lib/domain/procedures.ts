/** Spinal levels from top to bottom; SI joints last. */
export const LEVELS = [
  'C1-C2',
  'C2-C3',
  'C3-C4',
  'C4-C5',
  'C5-C6',
  'C6-C7',
  'C7-T1',
  'T1-T2',
  'T2-T3',
  'T3-T4',
  'T4-T5',
  'T5-T6',
  'T6-T7',
  'T7-T8',
  'T8-T9',
  'T9-T10',
  'T10-T11',
  'T11-T12',
  'T12-L1',
  'L1-L2',
  'L2-L3',
  'L3-L4',
  'L4-L5',
  'L5-S1',
  'SI',
] as const;
export type Level = (typeof LEVELS)[number];

export const FAMILIES = ['decompression', 'stabilization'] as const;
export type Family = (typeof FAMILIES)[number];
export const PROCEDURE_SIDES = ['left', 'right', 'both', 'midline'] as const;
export type ProcedureSide = (typeof PROCEDURE_SIDES)[number];

type Procedure = {
  readonly code: string;
  readonly words: string;
  readonly family: Family;
  readonly from: Level;
  readonly to: Level;
};

/** The institute's outpatient catalogue; `from`-`to` are the levels each is done at. No billing codes. */
export const PROCEDURES = [
  { code: 'MDIS', words: 'Microdiscectomy', family: 'decompression', from: 'L1-L2', to: 'L5-S1' },
  { code: 'EDIS', words: 'Endoscopic discectomy', family: 'decompression', from: 'L1-L2', to: 'L5-S1' },
  { code: 'LAMO', words: 'Laminotomy', family: 'decompression', from: 'C3-C4', to: 'L5-S1' },
  { code: 'LAMI', words: 'Laminectomy', family: 'decompression', from: 'C3-C4', to: 'L5-S1' },
  { code: 'FORA', words: 'Foraminotomy', family: 'decompression', from: 'C2-C3', to: 'L5-S1' },
  { code: 'ISPS', words: 'Interspinous spacer', family: 'decompression', from: 'L1-L2', to: 'L4-L5' },
  { code: 'FRFA', words: 'Facet thermal ablation', family: 'decompression', from: 'C2-C3', to: 'L5-S1' },
  { code: 'MTLF', words: 'MIS TLIF', family: 'stabilization', from: 'L2-L3', to: 'L5-S1' },
  { code: 'LLIF', words: 'Lateral fusion (LLIF)', family: 'stabilization', from: 'L1-L2', to: 'L4-L5' },
  { code: 'ALIF', words: 'Anterior fusion (ALIF)', family: 'stabilization', from: 'L4-L5', to: 'L5-S1' },
  { code: 'ACDF', words: 'ACDF', family: 'stabilization', from: 'C3-C4', to: 'C7-T1' },
  { code: 'CDR', words: 'Cervical disc replacement', family: 'stabilization', from: 'C3-C4', to: 'C6-C7' },
  { code: 'SIJF', words: 'SI joint fusion', family: 'stabilization', from: 'SI', to: 'SI' },
] as const satisfies readonly Procedure[];
export const PROCEDURE_CODES = PROCEDURES.map(({ code }) => code);
export type ProcedureCode = (typeof PROCEDURE_CODES)[number];

export function procedureOf(code: string): Procedure | undefined {
  return PROCEDURES.find((one) => one.code === code);
}

export function levelsOf(code: string): readonly Level[] {
  const procedure = procedureOf(code);
  if (!procedure) return [];
  return LEVELS.slice(LEVELS.indexOf(procedure.from), LEVELS.indexOf(procedure.to) + 1);
}
