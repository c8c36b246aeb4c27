import { z } from 'zod';
import { address, aside, concept, contactPoint, extensions, few, housekeeping, humanName } from './elements';
import { passBy, put, type Reading, shaped } from './reading';

/** Fields of the intake that the Patient tells, each with its element; every other one is a question. */
export const PATIENT_ELEMENTS: Readonly<Record<string, string>> = {
  firstName: 'name',
  lastName: 'name',
  preferredName: 'name',
  dateOfBirth: 'birthDate',
  sexAtBirth: 'gender',
  phone: 'telecom',
  secondPhone: 'telecom',
  email: 'telecom',
  language: 'communication',
  state: 'address',
  postcode: 'address',
  country: 'address',
};

const PASSED = ['text', 'extension', 'identifier', 'active', 'managingOrganization', 'generalPractitioner'] as const;
const patient = z.strictObject({
  ...housekeeping,
  resourceType: z.literal('Patient'),
  text: aside,
  extension: extensions,
  identifier: aside,
  active: aside,
  managingOrganization: aside,
  generalPractitioner: aside,
  name: few(humanName).min(1, 'is needed'),
  telecom: few(contactPoint).optional(),
  gender: z.string().optional(),
  birthDate: z.string().optional(),
  address: few(address).optional(),
  communication: few(z.strictObject({ id: aside, language: concept, preferred: z.boolean().optional() })).optional(),
});
type Patient = z.output<typeof patient>;

export function readPatient(reading: Reading, said: unknown, place: string) {
  const told = shaped(reading, patient, said, place);
  if (!told) return;
  readNames(reading, told.name, `${place}.name`);
  put(reading, 'person.dateOfBirth', told.birthDate, `${place}.birthDate`);
  readSex(reading, told, place);
  readTelecom(reading, told.telecom ?? [], `${place}.telecom`);
  readAddress(reading, told.address ?? [], `${place}.address`);
  readLanguage(reading, told.communication ?? [], `${place}.communication`);
  passBy(reading, told, PASSED, place);
}

/** The official name, or the usual one, or one without a use. A nickname is what they like to be called; other names are named as not kept. */
function readNames(reading: Reading, names: Patient['name'], place: string) {
  const at = ['official', 'usual', undefined]
    .map((use) => names.findIndex((name) => name.use === use))
    .find((found) => found >= 0);
  const nickname = names.findIndex(({ use }) => use === 'nickname');
  const chosen = at === undefined ? undefined : names[at];
  if (!chosen)
    reading.issues.push({ code: 'required', path: place, message: 'needs one with the use official or usual' });
  put(reading, 'person.lastName', chosen?.family, `${place}[${at}].family`);
  put(reading, 'person.firstName', chosen?.given?.join(' '), `${place}[${at}].given`);
  const liked = names[nickname];
  put(reading, 'person.preferredName', liked?.text ?? liked?.given?.join(' '), `${place}[${nickname}]`);
  for (const [index, name] of names.entries()) {
    if (index !== at && index !== nickname) reading.passed.push(`${place}[${index}]`);
    else passBy(reading, name, ['prefix', 'suffix', 'period'], `${place}[${index}]`);
  }
}

const BIRTH_SEX = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex';
const BIRTH_SEXES: Readonly<Record<string, string>> = {
  F: 'female',
  M: 'male',
  OTH: 'other',
  UNK: 'unknown',
  ASKU: 'unknown',
};

/** US Core's birth sex, where it is told; `gender` is administrative and stands for it otherwise. */
function readSex(reading: Reading, { extension = [], gender }: Patient, place: string) {
  const at = extension.findIndex(({ url }) => url === BIRTH_SEX);
  const code = extension[at]?.valueCode;
  if (code) put(reading, 'person.sexAtBirth', BIRTH_SEXES[code] ?? code, `${place}.extension[${at}].valueCode`);
  else put(reading, 'person.sexAtBirth', gender, `${place}.gender`);
}

/** By rank, then as they stand: the first phone, the second, one e-mail address. */
function readTelecom(reading: Reading, points: NonNullable<Patient['telecom']>, place: string) {
  const inOrder = [...points.entries()].sort(([, a], [, b]) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);
  const places: Record<string, string[]> = { phone: ['person.phone', 'person.secondPhone'], email: ['person.email'] };
  for (const [index, { system, value }] of inOrder) {
    const path = places[system]?.shift();
    if (path) put(reading, path, value, `${place}[${index}].value`);
    else
      reading.issues.push({
        code: 'business-rule',
        path: `${place}[${index}]`,
        message: 'is one too many: at most two phone numbers and one e-mail address are kept',
      });
  }
}

function readAddress(reading: Reading, addresses: NonNullable<Patient['address']>, place: string) {
  const home = addresses.findIndex(({ use }) => use === 'home');
  const at = Math.max(0, home);
  const lives = addresses[at];
  if (!lives) return;
  put(reading, 'person.state', lives.state, `${place}[${at}].state`);
  put(reading, 'person.postcode', lives.postalCode, `${place}[${at}].postalCode`);
  put(reading, 'person.country', lives.country, `${place}[${at}].country`);
  passBy(reading, lives, ['text', 'line', 'city', 'district', 'period'], `${place}[${at}]`);
  for (const index of addresses.keys()) if (index !== at) reading.passed.push(`${place}[${index}]`);
}

/** BCP 47: the clinic speaks English and Spanish; `und` is not known, `mis` is another one without a name. */
const SPOKEN: Readonly<Record<string, string>> = { en: 'en', es: 'es', und: 'unknown', mis: 'other' };

function readLanguage(reading: Reading, spoken: NonNullable<Patient['communication']>, place: string) {
  const at = Math.max(
    0,
    spoken.findIndex(({ preferred }) => preferred),
  );
  const told = spoken[at]?.language;
  if (!told) return;
  const [first] = told.coding ?? [];
  const code = first?.code?.split('-')[0]?.toLowerCase() ?? '';
  put(reading, 'person.language', SPOKEN[code] ?? 'other', `${place}[${at}].language`);
  if (!SPOKEN[code])
    put(reading, 'person.otherLanguage', told.text ?? first?.display ?? first?.code, `${place}[${at}].language`);
  for (const index of spoken.keys()) if (index !== at) reading.passed.push(`${place}[${index}]`);
}
