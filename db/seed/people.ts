import type { Person } from '@/lib/domain/intake';
import type { Chance } from './chance';
import { FAMILIES } from './names';
import { PLACES } from './places';

const DAY = 86_400_000;

export type Somebody = {
  readonly person: Person;
  readonly age: number;
  readonly city: string;
  readonly speaks: 'en' | 'es' | 'other';
};

/** A person who writes to the clinic at that moment. Phones are of the range kept for fiction, mail goes to example domains. */
export function somebody(chance: Chance, at: Date, nth: number): Somebody {
  const family = chance.weighted(FAMILIES.map((one) => [one, one.share] as const));
  const isFemale = chance.of(0.53);
  const firstName = chance.pick(isFemale ? family.female : family.male);
  const lastName = chance.pick(family.last);
  const age = ageOf(chance);
  const place = chance.weighted(PLACES);
  const speaks =
    family.code === 'hispanic' && chance.of(0.66)
      ? 'es'
      : ['haitian', 'asian', 'other'].includes(family.code) && chance.of(0.18)
        ? 'other'
        : 'en';
  const phone = (area: string, turn: number) => `+1${area}55501${String(turn % 100).padStart(2, '0')}`;
  const hasEmail = chance.of(0.86);
  const preferred = chance.among({ phone: 58, text: 26, email: hasEmail ? 16 : 0 });
  return {
    age,
    speaks,
    city: place.city,
    person: {
      firstName,
      lastName,
      dateOfBirth: new Date(at.getTime() - (age + chance.between(0.02, 0.98)) * 365.2425 * DAY)
        .toISOString()
        .slice(0, 10),
      sexAtBirth: isFemale ? 'female' : 'male',
      phone: phone(place.area, nth * 37 + 11),
      ...(chance.of(0.12) ? { secondPhone: phone(place.area, nth * 41 + 59) } : {}),
      ...(hasEmail ? { email: mailOf(chance, firstName, lastName, nth) } : {}),
      language: speaks,
      ...(speaks === 'en' ? {} : { needsInterpreter: chance.of(0.7) ? 'yes' : 'no' }),
      state: place.state,
      postcode: place.zip + String(chance.whole(1, 99)).padStart(2, '0'),
      preferredChannel: preferred,
      ...(chance.of(0.35) ? { bestHours: chance.pick(HOURS) } : {}),
      ...(chance.of(0.6) ? { mayLeaveVoicemail: chance.of(0.8) ? 'yes' : 'no' } : {}),
      timeZone: place.zone ?? 'America/New_York',
    },
  };
}

const HOURS = [
  'after 17:00',
  'mornings before 11',
  'lunch hour, 12 to 1',
  'not before 10',
  'weekdays after 15:30',
  'any time',
  'Tuesdays and Thursdays',
  'works nights, call after 14:00',
];

/** Truncated normal: clinic age 54, standard deviation 14. */
function ageOf(chance: Chance): number {
  for (;;) {
    const age = Math.floor(chance.normal(54.3, 14.3));
    if (age >= 18 && age <= 90) return age;
  }
}

function mailOf(chance: Chance, first: string, last: string, nth: number): string {
  const plain = (name: string) =>
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/ø/g, 'o')
      .replace(/[^a-z]/g, '');
  const [f, l] = [plain(first), plain(last)];
  const local = chance.pick([
    `${f}.${l}${nth % 97}`,
    `${f}${l}`,
    `${f[0]}${l}${nth % 89}`,
    `${l}.${f}`,
    `${f}_${l}${nth % 61}`,
  ]);
  return `${local}@example.${chance.of(0.7) ? 'com' : 'org'}`;
}
