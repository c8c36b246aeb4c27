import type { UseFormReturnType } from '@mantine/form';
import type { OpenRequest } from '@/lib/domain/desk';
import type { Intake } from '@/lib/domain/intake';
import { RED_FLAG_CODES } from '@/lib/domain/red-flags';
import { heightAsSaid, monthsAsSaid, phoneAsSaid, weightAsSaid } from '../as-said';

type Typed<K extends string> = Record<K, string>;

/** An intake as it is typed: every field is text, and empty is "not asked". */
export type Draft = {
  person: Typed<
    | 'firstName'
    | 'lastName'
    | 'dateOfBirth'
    | 'sexAtBirth'
    | 'phone'
    | 'secondPhone'
    | 'email'
    | 'language'
    | 'needsInterpreter'
    | 'state'
    | 'postcode'
    | 'preferredChannel'
    | 'bestHours'
    | 'mayLeaveVoicemail'
    | 'timeZone'
  >;
  consents: Typed<'review' | 'phone' | 'text' | 'email'>;
  complaint: Typed<
    | 'region'
    | 'dominantPain'
    | 'side'
    | 'durationMonths'
    | 'worstPain'
    | 'averagePain'
    | 'numbness'
    | 'weakness'
    | 'betterBendingForward'
    | 'walkingLimit'
    | 'work'
    | 'goal'
    | 'story'
  >;
  redFlags: Record<string, string>;
  conservativeCare: Typed<'kind' | 'weeks' | 'effect' | 'detail'>[];
  imaging: Typed<'modality' | 'region' | 'studyDate' | 'supplied' | 'facility'>[];
  report: Typed<'text'>;
  priorSurgery: Typed<'had' | 'detail'>;
  fitness: Typed<
    | 'heightCm'
    | 'weightKg'
    | 'nicotine'
    | 'diabetes'
    | 'hba1c'
    | 'sleepApnea'
    | 'anticoagulant'
    | 'opioid'
    | 'osteoporosis'
    | 'escort'
    | 'detail'
  >;
  insurance: Typed<'payer' | 'planType' | 'memberId' | 'injuryClaim'>;
  source: Typed<'channel' | 'referrer' | 'campaign'>;
};
export type DraftForm = UseFormReturnType<Draft>;
export type Part = Exclude<keyof Draft, 'source'>;

export const EMPTY_CARE: Draft['conservativeCare'][number] = { kind: '', weeks: '', effect: '', detail: '' };
export const EMPTY_STUDY: Draft['imaging'][number] = {
  modality: '',
  region: '',
  studyDate: '',
  supplied: '',
  facility: '',
};
const EMPTY: Draft = {
  person: {
    firstName: '',
    lastName: '',
    dateOfBirth: '',
    sexAtBirth: '',
    phone: '',
    secondPhone: '',
    email: '',
    language: '',
    needsInterpreter: '',
    state: '',
    postcode: '',
    preferredChannel: '',
    bestHours: '',
    mayLeaveVoicemail: '',
    timeZone: '',
  },
  consents: { review: '', phone: '', text: '', email: '' },
  complaint: {
    region: '',
    dominantPain: '',
    side: '',
    durationMonths: '',
    worstPain: '',
    averagePain: '',
    numbness: '',
    weakness: '',
    betterBendingForward: '',
    walkingLimit: '',
    work: '',
    goal: '',
    story: '',
  },
  redFlags: Object.fromEntries(RED_FLAG_CODES.map((code) => [code, ''])),
  conservativeCare: [],
  imaging: [],
  report: { text: '' },
  priorSurgery: { had: '', detail: '' },
  fitness: {
    heightCm: '',
    weightKg: '',
    nicotine: '',
    diabetes: '',
    hba1c: '',
    sleepApnea: '',
    anticoagulant: '',
    opioid: '',
    osteoporosis: '',
    escort: '',
    detail: '',
  },
  insurance: { payer: '', planType: '', memberId: '', injuryClaim: '' },
  source: { channel: 'phone', referrer: '', campaign: '' },
};

export function emptyDraft(): Draft {
  return structuredClone(EMPTY);
}

/** What is on file, ready to be typed over. */
export function draftOf(request: OpenRequest): Draft {
  const { person, complaint, consents } = request;
  const consent = (given: boolean | undefined) => (given === undefined ? '' : given ? 'yes' : 'no');
  return {
    person: typedOver(EMPTY.person, person),
    consents: {
      review: consent(consents.review),
      phone: consent(consents.phone),
      text: consent(consents.text),
      email: consent(consents.email),
    },
    complaint: typedOver(EMPTY.complaint, complaint),
    redFlags: typedOver(EMPTY.redFlags, request.redFlags),
    conservativeCare: request.conservativeCare.map((line) => typedOver(EMPTY_CARE, line)),
    imaging: request.imaging.map((study) => typedOver(EMPTY_STUDY, study)),
    report: { text: request.report ?? '' },
    priorSurgery: typedOver(EMPTY.priorSurgery, request.priorSurgery),
    fitness: typedOver(EMPTY.fitness, request.fitness),
    insurance: typedOver(EMPTY.insurance, request.insurance),
    source: typedOver(EMPTY.source, request.source),
  };
}

/** One part as the door reads it: what was not asked is left out. */
export function told(draft: Draft, part: keyof Draft): unknown {
  const { person, complaint, fitness } = draft;
  switch (part) {
    case 'person':
      return spoken({
        ...person,
        phone: phoneAsSaid(person.phone),
        secondPhone: phoneAsSaid(person.secondPhone),
        state: person.state.trim().toUpperCase(),
      });
    case 'consents':
      return Object.fromEntries(
        Object.entries(draft.consents)
          .filter(([, said]) => said !== '')
          .map(([kind, said]) => [kind, said === 'yes']),
      );
    case 'complaint':
      return numbered(spoken({ ...complaint, durationMonths: monthsAsSaid(complaint.durationMonths) }), [
        'durationMonths',
        'worstPain',
        'averagePain',
      ]);
    case 'conservativeCare':
      return draft.conservativeCare.map((line) => numbered(spoken(line), ['weeks']));
    case 'imaging':
      return draft.imaging.map(spoken);
    case 'fitness':
      return numbered(
        spoken({ ...fitness, heightCm: heightAsSaid(fitness.heightCm), weightKg: weightAsSaid(fitness.weightKg) }),
        ['heightCm', 'weightKg', 'hba1c'],
      );
    default:
      return spoken(draft[part]);
  }
}

/** A whole new request; parts nobody touched are left out. */
export function toldWhole(draft: Draft): Record<string, unknown> {
  const parts = (Object.keys(draft) as (keyof Draft)[]).map((part) => [part, told(draft, part)] as const);
  return Object.fromEntries(
    parts.filter(
      ([part, said]) => ['person', 'consents', 'complaint'].includes(part) || Object.keys(said as object).length > 0,
    ),
  );
}

/** Read while it is typed, with the same rules as the desk; half-typed values do no harm there. */
export function intakeOf(draft: Draft): Intake {
  return { redFlags: {}, conservativeCare: [], imaging: [], ...toldWhole(draft) } as unknown as Intake;
}

function typedOver<T extends Record<string, string>>(empty: T, stored: object | null): T {
  const known = (stored ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.keys(empty).map((key) => [key, known[key] == null ? '' : String(known[key])])) as T;
}

function spoken(typed: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''));
}

/** What is not a number stays as typed, so that the door can name it. */
function numbered(said: Record<string, string>, fields: readonly string[]): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(said).map(([key, value]) => [
      key,
      fields.includes(key) && !Number.isNaN(Number(value)) ? Number(value) : value,
    ]),
  );
}
