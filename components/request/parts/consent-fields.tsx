'use client';
import { Choice } from './choice';
import type { DraftForm } from './draft';

const ASKED = ['yes', 'no'] as const;

/** Read out as they stand, one by one: a yes to one is no yes to another. */
const QUESTIONS = {
  privacyNotice: 'Did you get our notice of privacy practices?',
  review:
    'May we review your records? The answer is provisional, without an examination, and is not emergency care. You are not our patient until we accept you.',
  shareImages: 'May we keep your images, and share them with those who treat you?',
  phone: 'May we call?',
  text: 'May we text?',
  email: 'May we e-mail?',
  tellDoctor: 'May we tell your doctor what we find?',
  marketing: 'May we send you news of the institute?',
} as const;

export function ConsentFields({ form }: { form: DraftForm }) {
  return Object.entries(QUESTIONS).map(([kind, ask]) => (
    <Choice key={kind} form={form} path={`consents.${kind}`} label={ask} options={ASKED} look="long" />
  ));
}
