import type { UseFormReturnType } from '@mantine/form';
import type { OpenRequest } from '@/lib/domain/desk';
import type { Intake } from '@/lib/domain/intake';
import { FOLLOW_UP_CODES, RED_FLAG_CODES } from '@/lib/domain/red-flags';
import { heightAsSaid, monthsAsSaid, phoneAsSaid, weightAsSaid } from '../as-said';

/** Fields as they are typed: text, and empty is "not asked". */
const blank = <K extends string>(...fields: K[]) =>
  Object.fromEntries(fields.map((field) => [field, ''])) as Record<K, string>;

export const EMPTY_CARE = blank('kind', 'weeks', 'effect', 'lastDate', 'mmePerDay', 'count', 'reliefPercent', 'detail');
export const EMPTY_STUDY = blank(
  'modality',
  'region',
  'studyDate',
  'supplied',
  'facility',
  'contrast',
  'fieldStrength',
  'status',
);
export const EMPTY_OPERATION = blank('procedure', 'levels', 'year', 'hasHardware', 'isSameSite');
const EMPTY = {
  person: blank(
    'firstName',
    'lastName',
    'dateOfBirth',
    'sexAtBirth',
    'phone',
    'secondPhone',
    'email',
    'language',
    'otherLanguage',
    'needsInterpreter',
    'state',
    'country',
    'postcode',
    'preferredChannel',
    'bestHours',
    'mayLeaveVoicemail',
    'timeZone',
    'preferredName',
    'pronouns',
    'doNotContact',
    'proxyName',
    'proxyRelation',
    'proxyAuthority',
  ),
  consents: blank('privacyNotice', 'review', 'shareImages', 'phone', 'text', 'email', 'marketing', 'tellDoctor'),
  complaint: blank(
    'region',
    'dominantPain',
    'side',
    'durationMonths',
    'worstPain',
    'averagePain',
    'painNow',
    'limbWorstPain',
    'limbAveragePain',
    'limbPainNow',
    'radiation',
    'onsetDate',
    'onset',
    'pattern',
    'numbness',
    'weakness',
    'betterBendingForward',
    'worseCoughing',
    'walkingLimit',
    'sittingLimit',
    'wakesAtNight',
    'disabilityIndex',
    'wantsSurgery',
    'work',
    'goal',
    'story',
  ),
  redFlags: blank(...RED_FLAG_CODES, ...FOLLOW_UP_CODES),
  conservativeCare: [] as (typeof EMPTY_CARE)[],
  imaging: [] as (typeof EMPTY_STUDY)[],
  report: blank('text', 'radiologist', 'date'),
  priorSurgery: { ...blank('had', 'detail'), operations: [] as (typeof EMPTY_OPERATION)[] },
  fitness: blank(
    'heightCm',
    'weightKg',
    'nicotine',
    'diabetes',
    'hba1c',
    'sleepApnea',
    'anticoagulant',
    'opioid',
    'osteoporosis',
    'escort',
    'cpap',
    'heartDisease',
    'lungDisease',
    'kidneyDisease',
    'latexAllergy',
    'contrastAllergy',
    'implant',
    'livesAlone',
    'carer',
    'travelMinutes',
    'detail',
  ),
  insurance: blank('payer', 'planType', 'memberId', 'injuryClaim', 'injuryDate'),
  source: { ...blank('referrer', 'referrerNpi', 'referrerFax', 'campaign'), channel: 'phone' as string },
};
/** An intake as it is typed. */
export type Draft = typeof EMPTY;
export type DraftForm = UseFormReturnType<Draft>;
export type Part = Exclude<keyof Draft, 'source'>;

export function emptyDraft(): Draft {
  return structuredClone(EMPTY);
}

/** What is on file, ready to be typed over. */
export function draftOf(request: OpenRequest): Draft {
  const { person, complaint, consents } = request;
  const consent = (given: boolean | undefined) => (given === undefined ? '' : given ? 'yes' : 'no');
  return {
    person: typedOver(EMPTY.person, person),
    consents: mapped(EMPTY.consents, (kind) => consent(consents[kind])),
    complaint: typedOver(EMPTY.complaint, complaint),
    redFlags: typedOver(EMPTY.redFlags, request.redFlags),
    conservativeCare: request.conservativeCare.map((line) => typedOver(EMPTY_CARE, line)),
    imaging: request.imaging.map((study) => typedOver(EMPTY_STUDY, study)),
    report: typedOver(EMPTY.report, request.report),
    priorSurgery: {
      ...typedOver(blank('had', 'detail'), request.priorSurgery),
      operations: (request.priorSurgery?.operations ?? []).map((one) => typedOver(EMPTY_OPERATION, one)),
    },
    fitness: typedOver(EMPTY.fitness, request.fitness),
    insurance: typedOver(EMPTY.insurance, request.insurance),
    source: typedOver(EMPTY.source, request.source),
  };
}

/** One part as the door reads it: what was not asked is left out. */
export function told(draft: Draft, part: keyof Draft): unknown {
  const { person, complaint, priorSurgery, fitness, source } = draft;
  switch (part) {
    case 'person':
      return spoken({
        ...person,
        phone: phoneAsSaid(person.phone),
        secondPhone: phoneAsSaid(person.secondPhone),
        state: person.state.trim().toUpperCase(),
        country: person.country.trim().toUpperCase(),
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
        'painNow',
        'limbWorstPain',
        'limbAveragePain',
        'limbPainNow',
        'disabilityIndex',
      ]);
    case 'conservativeCare':
      return draft.conservativeCare.map((line) =>
        numbered(spoken(line), ['weeks', 'mmePerDay', 'count', 'reliefPercent']),
      );
    case 'imaging':
      return draft.imaging.map((study) => numbered(spoken(study), ['fieldStrength']));
    case 'priorSurgery': {
      const { operations, ...rest } = priorSurgery;
      const lines = operations
        .map((one) => numbered(spoken(one), ['year']))
        .filter((one) => Object.keys(one).length > 0);
      return { ...spoken(rest), ...(lines.length > 0 ? { operations: lines } : {}) };
    }
    case 'source':
      return spoken({ ...source, referrerFax: phoneAsSaid(source.referrerFax) });
    case 'fitness':
      return numbered(
        spoken({ ...fitness, heightCm: heightAsSaid(fitness.heightCm), weightKg: weightAsSaid(fitness.weightKg) }),
        ['heightCm', 'weightKg', 'hba1c', 'travelMinutes'],
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
  const known = (stored ?? {}) as Record<keyof T, unknown>;
  return mapped(empty, (key) => (known[key] == null ? '' : String(known[key])));
}

function mapped<T extends Record<string, string>>(empty: T, said: (key: keyof T) => string): T {
  return Object.fromEntries(Object.keys(empty).map((key) => [key, said(key)])) as T;
}

/** A line of a draft kept before the field was there has none. */
function spoken(typed: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).filter((field): field is [string, string] => Boolean(field[1]?.trim())),
  );
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
