import { z } from 'zod';
import { aside, attachment, coding, dayIn, housekeeping, reference } from './elements';
import { begin, passBy, put, type Reading, rowsIn, shaped } from './reading';

const named = z.array(reference).optional();

const STUDY_PASSED = ['text', 'identifier', 'basedOn', 'description', 'numberOfSeries', 'numberOfInstances'] as const;
const study = z.strictObject({
  ...housekeeping,
  resourceType: z.literal('ImagingStudy'),
  text: aside,
  identifier: aside,
  basedOn: aside,
  description: aside,
  numberOfSeries: aside,
  numberOfInstances: aside,
  status: z.enum(['registered', 'available']),
  subject: reference.optional(),
  started: z.string().optional(),
  modality: z.array(coding).min(1),
});
/** DICOM's codes of plain film; the others are the intake's own. */
const FILM: Readonly<Record<string, string>> = { CR: 'XR', DX: 'XR' };

export function readStudy(reading: Reading, said: unknown, place: string) {
  const told = shaped(reading, study, said, place);
  if (!told) return;
  const path = `imaging.${rowsIn(reading, 'imaging')}`;
  const code = told.modality[0]?.code;
  begin(reading, path, place);
  put(reading, `${path}.modality`, (code && FILM[code]) ?? code, `${place}.modality[0].code`);
  put(reading, `${path}.studyDate`, dayIn(told.started), `${place}.started`);
  passBy(reading, told, STUDY_PASSED, place);
}

const REPORT_PASSED = [
  'text',
  'identifier',
  'basedOn',
  'category',
  'code',
  'effectiveDateTime',
  'imagingStudy',
] as const;
const report = z.strictObject({
  ...housekeeping,
  resourceType: z.literal('DiagnosticReport'),
  text: aside,
  identifier: aside,
  basedOn: aside,
  category: aside,
  code: aside,
  effectiveDateTime: aside,
  imagingStudy: aside,
  status: z.enum(['preliminary', 'final', 'amended', 'corrected', 'appended']),
  subject: reference.optional(),
  issued: z.string().optional(),
  performer: named,
  resultsInterpreter: named,
  conclusion: z.string().optional(),
  presentedForm: z.array(attachment).length(1).optional(),
});

/** The whole report where it is attached; a conclusion that stands nowhere in it goes below. */
export function readReport(reading: Reading, said: unknown, place: string) {
  const told = shaped(reading, report, said, place);
  if (!told) return;
  const { presentedForm, conclusion } = told;
  const whole = presentedForm?.[0] && textIn(reading, presentedForm[0].data, `${place}.presentedForm[0].data`);
  const parts = [whole, conclusion && whole?.includes(conclusion) ? undefined : conclusion].filter(Boolean);
  if (parts.length === 0)
    reading.issues.push({ code: 'required', path: `${place}.conclusion`, message: 'is needed, or a presentedForm' });
  else put(reading, 'report.text', parts.join('\n\n'), `${place}.${whole ? 'presentedForm[0].data' : 'conclusion'}`);
  const [reader, by] = told.resultsInterpreter?.length
    ? [told.resultsInterpreter[0], 'resultsInterpreter']
    : [told.performer?.[0], 'performer'];
  put(reading, 'report.radiologist', reader?.display, `${place}.${by}[0].display`);
  put(reading, 'report.date', dayIn(told.issued), `${place}.issued`);
  passBy(reading, told, REPORT_PASSED, place);
}

const DOCUMENT_PASSED = [
  'text',
  'identifier',
  'masterIdentifier',
  'type',
  'category',
  'docStatus',
  'description',
] as const;
const document = z.strictObject({
  ...housekeeping,
  resourceType: z.literal('DocumentReference'),
  text: aside,
  identifier: aside,
  masterIdentifier: aside,
  type: aside,
  category: aside,
  docStatus: aside,
  description: aside,
  status: z.enum(['current']),
  subject: reference.optional(),
  date: z.string().optional(),
  author: named,
  content: z.array(z.strictObject({ id: aside, attachment, format: aside })).length(1),
});

export function readDocument(reading: Reading, said: unknown, place: string) {
  const told = shaped(reading, document, said, place);
  if (!told) return;
  const at = `${place}.content[0].attachment.data`;
  put(reading, 'report.text', told.content[0] && textIn(reading, told.content[0].attachment.data, at), at);
  put(reading, 'report.radiologist', told.author?.[0]?.display, `${place}.author[0].display`);
  put(reading, 'report.date', dayIn(told.date), `${place}.date`);
  passBy(reading, told, DOCUMENT_PASSED, place);
}

function textIn(reading: Reading, data: string, place: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(data, 'base64'));
  } catch {
    reading.issues.push({ code: 'structure', path: place, message: 'must be text in UTF-8' });
    return undefined;
  }
}

const COVERAGE_PASSED = ['text', 'identifier', 'type', 'relationship', 'subscriber', 'policyHolder', 'period'] as const;
const coverage = z.strictObject({
  ...housekeeping,
  resourceType: z.literal('Coverage'),
  text: aside,
  identifier: aside,
  type: aside,
  relationship: aside,
  subscriber: aside,
  policyHolder: aside,
  period: aside,
  status: z.enum(['active']),
  beneficiary: reference,
  subscriberId: z.string().optional(),
  payor: z.array(reference).length(1),
});

export function readCoverage(reading: Reading, said: unknown, place: string) {
  const told = shaped(reading, coverage, said, place);
  if (!told) return;
  put(reading, 'insurance.payer', told.payor[0]?.display, `${place}.payor[0].display`);
  put(reading, 'insurance.memberId', told.subscriberId, `${place}.subscriberId`);
  passBy(reading, told, COVERAGE_PASSED, place);
}
