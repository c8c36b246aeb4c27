import { FORM_FIELDS, type FormStep } from '@/lib/domain/form-fields';

export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** A form as a person with low back pain fills it in. */
export const AN_ANSWER: Readonly<Record<FormStep, Answers>> = {
  where: { places: ['lower_back', 'leg_left'], worst: 'leg', lasts: '7', lastsUnit: 'months', worstPain: '8' },
  safety: Object.fromEntries(Object.keys(FORM_FIELDS.safety).map((code) => [code, 'no'])),
  tried: {
    'care.stretching': 'yes',
    'care.stretching.weeks': '12',
    'care.stretching.effect': 'little',
    'care.physical_therapy': 'yes',
    'care.physical_therapy.weeks': '6',
    'care.medication': 'no',
    'care.injection': 'no',
    'care.hot_cold': 'no',
    weakness: 'no',
    numbness: 'yes',
    story: 'It began when I lifted a box.',
  },
  pictures: {
    mri: 'yes',
    'mriDay.year': '2026',
    'mriDay.month': '10',
    'mriDay.day': '3',
    mriSupplied: 'upload',
    surgery: 'no',
  },
  you: {
    firstName: 'Ana',
    lastName: 'Delgado',
    'dateOfBirth.year': '1974',
    'dateOfBirth.month': '3',
    'dateOfBirth.day': '2',
    sexAtBirth: 'female',
    phone: '(305) 555-0123',
    email: 'ana@example.com',
    state: 'FL',
    preferredChannel: 'phone',
    homepage: '',
  },
  send: { 'agree.privacyNotice': 'yes', 'agree.review': 'yes', 'agree.shareImages': 'yes', 'agree.phone': 'yes' },
};
