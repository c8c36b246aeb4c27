import type { Question } from '@/lib/adapters/fhir/questions';
import { questionnaireOf } from '@/lib/adapters/fhir/questions';
import { questions } from '@/lib/door/fhir';

type Item = {
  readonly linkId: string;
  readonly type: string;
  readonly repeats?: true;
  readonly item?: readonly Item[];
};
type Told = Readonly<Record<string, unknown>>;
type Resource = Readonly<Record<string, unknown>>;

const ANSWER: Readonly<Record<string, string>> = {
  boolean: 'valueBoolean',
  integer: 'valueInteger',
  decimal: 'valueDecimal',
  date: 'valueDate',
  dateTime: 'valueDateTime',
  string: 'valueString',
  text: 'valueString',
  choice: 'valueCoding',
};
export const NOT_KNOWN = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'asked-unknown' }],
};
const IN_PATIENT = [
  'firstName',
  'lastName',
  'preferredName',
  'dateOfBirth',
  'sexAtBirth',
  'phone',
  'secondPhone',
  'email',
  'language',
  'state',
  'postcode',
  'country',
];

/** An intake as a vendor would send it who has nothing but the published Questionnaire. */
export function bundleOf(intake: Told, more: readonly Resource[] = [], asked: readonly Question[] = questions()) {
  const { item } = questionnaireOf(asked, 'x') as unknown as { item: readonly Item[] };
  const { person } = intake as { person: Told };
  const other = person.language === 'other' && person.otherLanguage !== undefined;
  const rest = Object.fromEntries(
    Object.entries(person).filter(([name]) => !IN_PATIENT.includes(name) && !(other && name === 'otherLanguage')),
  );
  const { person: _, ...parts } = intake;
  const said = Object.keys(rest).length > 0 ? { ...parts, person: rest } : parts;
  const subject = { reference: 'urn:uuid:the-patient' };
  const resources: Resource[] = [
    patientOf(person),
    { resourceType: 'ServiceRequest', status: 'active', intent: 'order', subject },
    { resourceType: 'QuestionnaireResponse', status: 'completed', subject, item: filledIn(item, said) },
    ...more.map((one) => ({ ...one, ...('subject' in one || 'beneficiary' in one ? {} : { subject }) })),
  ];
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: resources.map((resource, at) => ({
      ...(at === 0 ? { fullUrl: 'urn:uuid:the-patient' } : {}),
      resource,
      request: { method: 'POST', url: String(resource.resourceType) },
    })),
  };
}

function patientOf(person: Told): Resource {
  const {
    firstName,
    lastName,
    preferredName,
    dateOfBirth,
    sexAtBirth,
    phone,
    secondPhone,
    email,
    state,
    postcode,
    country,
  } = person;
  const some = (said: Resource) => Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const lives = some({ state, postalCode: postcode, country });
  return some({
    resourceType: 'Patient',
    name: [
      { use: 'official', ...some({ family: lastName, given: firstName === undefined ? undefined : [firstName] }) },
      ...(preferredName === undefined ? [] : [{ use: 'nickname', text: preferredName }]),
    ],
    birthDate: dateOfBirth,
    gender: sexAtBirth,
    telecom: [
      ...[phone, secondPhone].filter((value) => value !== undefined).map((value) => ({ system: 'phone', value })),
      ...(email === undefined ? [] : [{ system: 'email', value: email }]),
    ],
    address: Object.keys(lives).length > 0 ? [lives] : undefined,
    communication: person.language === undefined ? undefined : [{ language: spoken(person) }],
  });
}

function spoken({ language, otherLanguage }: Told) {
  if (language === 'other' && otherLanguage !== undefined) return { text: otherLanguage };
  const codes: Told = { en: 'en-US', es: 'es', unknown: 'und', other: 'mis' };
  return { coding: [{ code: codes[String(language)] }] };
}

function filledIn(items: readonly Item[], told: Told): object[] {
  return items.flatMap((item): object[] => {
    const value = told[item.linkId.split('.').at(-1) ?? ''];
    if (value === undefined) return [];
    if (item.type !== 'group') return [{ linkId: item.linkId, answer: [answerOf(item, value)] }];
    const rows = item.repeats ? (value as Told[]) : [value as Told];
    return rows.map((row) => {
      const inside = filledIn(item.item ?? [], row);
      return { linkId: item.linkId, ...(inside.length > 0 ? { item: inside } : {}) };
    });
  });
}

function answerOf({ type }: Item, value: unknown) {
  const element = ANSWER[type] ?? '';
  if (type === 'choice') return { valueCoding: { code: value } };
  return value === 'unknown' && !['string', 'text'].includes(type)
    ? { [`_${element}`]: NOT_KNOWN }
    : { [element]: value };
}
