import { z } from 'zod';
import { aside, housekeeping, reference } from './elements';
import { passBy, put, type Reading, shaped } from './reading';

const PASSED = [
  'text',
  'extension',
  'identifier',
  'category',
  'code',
  'authoredOn',
  'performer',
  'supportingInfo',
] as const;
const order = z.strictObject({
  ...housekeeping,
  resourceType: z.literal('ServiceRequest'),
  text: aside,
  extension: aside,
  identifier: aside,
  category: aside,
  code: aside,
  authoredOn: aside,
  performer: aside,
  supportingInfo: aside,
  status: z.enum(['active']),
  intent: z.enum(['proposal', 'plan', 'directive', 'order', 'original-order']),
  // How urgent it is follows from the red flags; a word that is not acted upon must not be taken.
  priority: z.literal('routine', 'must be routine: urgency is told by the red flags of the questionnaire').optional(),
  subject: reference,
  requester: reference.optional(),
});
const NPI = 'http://hl7.org/fhir/sid/us-npi';

/** Who refers. The person themselves as requester is no referral. */
export function readOrder(reading: Reading, said: unknown, place: string) {
  const told = shaped(reading, order, said, place);
  if (!told) return;
  const { requester, subject } = told;
  const isSelf = requester?.reference === subject.reference || requester?.reference?.startsWith('Patient/');
  if (requester && !isSelf) {
    const { system, value } = requester.identifier ?? {};
    put(reading, 'source.referrer', requester.display, `${place}.requester.display`);
    if (system === NPI) put(reading, 'source.referrerNpi', value, `${place}.requester.identifier.value`);
    if (!reading.places.has('source.channel')) put(reading, 'source.channel', 'referral', `${place}.requester`);
  }
  passBy(reading, told, PASSED, place);
}
