import { CARE_ASKED, FORM_CONSENTS, FORM_FIELDS, type FormField, type Place } from './form-fields';
import type { CareTried, Complaint, Consents, Imaging, Intake, Person, Region } from './intake';
import { dayIn, numberIn, phoneIn, saidIn, type Typed } from './typed';

export type FormLanguage = 'en' | 'es';

/** The request that the answers of a whole form make: what was not answered is left out, "not sure" is unknown. */
export function intakeFrom(typed: Typed, language: FormLanguage): Intake {
  const mri = saidIn(typed, 'mri');
  const surgery = saidIn(typed, 'surgery') as 'yes' | 'no' | 'unknown' | '';
  const detail = saidIn(typed, 'surgeryDetail');
  return {
    person: personFrom(typed, language),
    consents: Object.fromEntries(
      FORM_CONSENTS.map((kind) => [kind, saidIn(typed, `agree.${kind}`) === 'yes']),
    ) as Consents,
    complaint: complaintFrom(typed),
    redFlags: Object.fromEntries(
      Object.entries(FORM_FIELDS.safety).flatMap(([code, { only }]) =>
        saidIn(typed, code) && (!only || only.is.includes(saidIn(typed, only.field)))
          ? [[code, saidIn(typed, code)]]
          : [],
      ),
    ) as Intake['redFlags'],
    conservativeCare: careFrom(typed),
    imaging: mri === 'yes' ? [mriFrom(typed)] : [],
    ...(surgery ? { priorSurgery: { had: surgery, ...(surgery === 'yes' && detail ? { detail } : {}) } } : {}),
    source: { channel: 'web' },
  };
}

function personFrom(typed: Typed, language: FormLanguage): Person {
  const lines = ['firstName', 'lastName', 'sexAtBirth', 'email', 'state', 'preferredChannel', 'bestHours'] as const;
  return {
    ...told(typed, [...lines, 'mayLeaveVoicemail']),
    dateOfBirth: dayIn(typed, 'dateOfBirth', {}) || '',
    phone: phoneIn(typed, 'phone') ?? '',
    language,
  } as Person;
}

/** Neck and arm are the neck's, back and leg the low back's: the worst pain decides, the places say the rest. */
function complaintFrom(typed: Typed): Complaint {
  const places = (typed.places ?? []) as readonly Place[];
  const worst = saidIn(typed, 'worst') as NonNullable<Complaint['dominantPain']>;
  const worstPain = saidIn(typed, 'worstPain');
  const months = monthsFrom(typed);
  const side = sideOf(places);
  return {
    region: regionOf(places, worst),
    dominantPain: worst,
    ...(side ? { side } : {}),
    ...(months === null ? {} : { durationMonths: months }),
    worstPain: worstPain === 'unknown' ? 'unknown' : Number(worstPain),
    radiation: places.map((place) => place.replace('_', ' ')).join(', '),
    ...told(typed, ['weakness', 'numbness', 'story']),
  };
}

function regionOf(places: readonly Place[], worst: string): Region {
  const has = (...some: Place[]) => some.some((place) => places.includes(place));
  const isNeck = has('neck', 'arm_left', 'arm_right');
  const isLow = has('lower_back', 'leg_left', 'leg_right');
  const isSeat = has('buttock_left', 'buttock_right');
  if (worst === 'neck' || worst === 'arm') return 'cervical';
  if (worst === 'leg') return 'lumbar';
  if (worst === 'back') return isLow ? 'lumbar' : has('upper_back') ? 'thoracic' : isSeat ? 'si' : 'lumbar';
  if (isNeck && (isLow || isSeat)) return 'unknown';
  return isNeck ? 'cervical' : isLow ? 'lumbar' : has('upper_back') ? 'thoracic' : isSeat ? 'si' : 'unknown';
}

function sideOf(places: readonly Place[]): Complaint['side'] {
  const isLeft = places.some((place) => place.endsWith('_left'));
  const isRight = places.some((place) => place.endsWith('_right'));
  if (isLeft && isRight) return 'both';
  return isLeft ? 'left' : isRight ? 'right' : undefined;
}

const MONTHS_IN: Readonly<Record<string, number>> = { weeks: 7 / 30.4375, months: 1, years: 12 };

function monthsFrom(typed: Typed): number | null {
  const lasts = numberIn(typed, 'lasts', FORM_FIELDS.where.lasts as Extract<FormField, { is: 'number' }>);
  const unit = MONTHS_IN[saidIn(typed, 'lastsUnit')];
  return lasts === null || !unit ? null : Math.min(1_200, Math.round(lasts * unit * 10) / 10);
}

/** Each kind that was tried; that nothing was is a line of its own, for an empty list is "not asked". */
function careFrom(typed: Typed): CareTried[] {
  const tried = CARE_ASKED.flatMap((kind): CareTried[] => {
    if (saidIn(typed, `care.${kind}`) !== 'yes') return [];
    const weeks = numberIn(typed, `care.${kind}.weeks`, { least: 0, most: 5_200 });
    const effect = saidIn(typed, `care.${kind}.effect`) as CareTried['effect'];
    return [{ kind, ...(weeks === null ? {} : { weeks }), ...(effect ? { effect } : {}) }];
  });
  const isAsked = CARE_ASKED.every((kind) => saidIn(typed, `care.${kind}`) !== '');
  return tried.length === 0 && isAsked ? [{ kind: 'other', weeks: 0, detail: 'None tried' }] : tried;
}

function mriFrom(typed: Typed): Imaging {
  const supplied = saidIn(typed, 'mriSupplied') as Imaging['supplied'];
  return {
    modality: 'MR',
    studyDate: dayIn(typed, 'mriDay', { mayLackDay: true }) || 'unknown',
    ...(supplied ? { supplied } : {}),
  };
}

function told(typed: Typed, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.flatMap((field) => (saidIn(typed, field) ? [[field, saidIn(typed, field)]] : [])));
}
