import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Degree, daysNear, type Known, likeness } from '@/lib/domain/duplicates';
import { graverAnswers, gravest } from '@/lib/domain/merging';
import { redFlagsOf, URGENCIES } from '@/lib/domain/red-flags';

const ana: Known = {
  firstName: 'Ana',
  lastName: 'Delgado',
  dateOfBirth: '1974-03-02',
  phone: '+13055550123',
  email: 'ana@example.com',
};
const as = (change: Partial<Known>): Known => ({ ...ana, ...change });
const elsewhere = { phone: '+13055559999', email: 'other@example.com' };

describe('how alike two persons are:', () => {
  test.each<[string, Partial<Known>, Degree | null]>([
    ['told again word for word', {}, 'same'],
    ['in capitals, with spaces', { firstName: ' ANA', lastName: 'DELGADO ' }, 'same'],
    ['with an accent', { firstName: 'Aná' }, 'same'],
    ['with a middle initial', { firstName: 'Ana M.' }, 'same'],
    ['from another phone, by the same e-mail', { phone: '+13055559999' }, 'same'],
    ['by the same phone, without e-mail', { email: undefined }, 'same'],
    ['with the e-mail in capitals', { email: 'ANA@example.com', phone: '+13055559999' }, 'same'],
    ['with a slip in the last name, phone and e-mail the same', { lastName: 'Delgaod' }, 'same'],
    ['with a slip in the last name, only the phone the same', { lastName: 'Delgaod', email: undefined }, 'likely'],
    ['from elsewhere, with the same name and birthday', elsewhere, 'likely'],
    ['with a longer first name: a twin could have it', { firstName: 'Ana Maria' }, 'likely'],
    ['married since', { lastName: 'Whitfield' }, 'likely'],
    ['with a second last name', { lastName: 'Delgado-Ruiz', ...elsewhere }, 'likely'],
    ['as it sounds', { lastName: 'Delgato', firstName: 'Anna', ...elsewhere }, 'likely'],
    ['with first and last name turned', { firstName: 'Delgado', lastName: 'Ana', ...elsewhere }, 'likely'],
    ['with day and month turned', { dateOfBirth: '1974-02-03' }, 'likely'],
    ['born one digit apart', { dateOfBirth: '1974-03-12' }, 'likely'],
    ['born one digit apart, from elsewhere', { dateOfBirth: '1974-03-12', ...elsewhere }, 'possible'],
    ['a twin: same birthday, last name and phone, another first name', { firstName: 'Rosa' }, 'possible'],
    ['a twin with a name that begins alike', { firstName: 'Anabel' }, 'likely'],
    ['a mother: same name and phone, another birthday', { dateOfBirth: '1949-11-20' }, 'possible'],
    ['a husband: same phone and last name', { firstName: 'Jorge', dateOfBirth: '1970-08-08' }, null],
    ['a namesake of another age', { dateOfBirth: '1991-07-15', ...elsewhere }, null],
    ['a stranger with the same birthday', { firstName: 'Wei', lastName: 'Zhang', ...elsewhere }, null],
    ['a stranger with the same phone', { firstName: 'Wei', lastName: 'Zhang', dateOfBirth: '1960-12-31' }, null],
  ])('%s', (_, change, degree) => expect(likeness(ana, as(change))?.degree ?? null).toBe(degree));

  test('one is a man and one a woman: never the same, whatever else', () => {
    const [he, she] = [as({ sexAtBirth: 'male' }), as({ sexAtBirth: 'female' })];
    expect(likeness(he, she)).toMatchObject({ degree: 'possible' });
    expect(likeness(he, she)?.because).toContain('another sex at birth');
    expect(likeness(he, as({ sexAtBirth: 'unknown' }))?.degree).toBe('same');
  });

  test('it says why, what agrees and what does not, and gives no number', () => {
    expect(likeness(ana, as({ firstName: 'Rosa', email: undefined }))?.because).toEqual([
      'same date of birth',
      'same last name',
      'same phone',
      'another first name',
    ]);
  });

  const arbitraryPerson = fc.record({
    firstName: fc.constantFrom('Ana', 'Anna', 'Ana Maria', 'Rosa', 'José', 'Jose Luis', '李', '-'),
    lastName: fc.constantFrom('Delgado', 'Delgado Ruiz', 'Ruiz', 'Nuñez', 'Nunes', 'O’Brien', 'Ana', '李'),
    dateOfBirth: fc.constantFrom('1974-03-02', '1974-02-03', '1974-03-12', '1990-01-01'),
    sexAtBirth: fc.constantFrom('female', 'male', 'unknown', undefined),
    phone: fc.constantFrom('+13055550123', '+13055550124'),
    secondPhone: fc.constantFrom('+13055550123', undefined),
    email: fc.constantFrom('a@example.com', 'A@example.com', undefined),
  });
  test('it is the same whichever is asked first, and everybody is the same as themselves', () => {
    fc.assert(
      fc.property(arbitraryPerson, arbitraryPerson, (a, b) => {
        expect(likeness(a, b)).toEqual(likeness(b, a));
        expect(likeness(a, a)?.degree).toBe('same');
        const isSame = likeness(a, b)?.degree === 'same';
        if (isSame) expect(a.dateOfBirth).toBe(b.dateOfBirth);
      }),
      { numRuns: 500 },
    );
  });

  test('the days near a birthday all exist, and hold its slips', () => {
    expect(daysNear('1974-03-02')).toEqual(expect.arrayContaining(['1974-02-03', '1974-03-12', '1973-03-02']));
    expect(daysNear('2000-02-29')).not.toContain('2001-02-29');
    expect(daysNear('1974-03-02')).not.toContain('1974-03-02');
  });
});

describe('red flags of two tellings:', () => {
  test('of each question the graver answer stands', () => {
    expect(
      graverAnswers({ CES1: 'no', INF1: 'not_sure', MOT1: 'yes' }, { CES1: 'yes', INF1: 'no', TUM1: 'no' }),
    ).toEqual({
      CES1: 'yes',
      INF1: 'not_sure',
      MOT1: 'yes',
      TUM1: 'no',
    });
  });
  test('no flag is ever less urgent or less certain than either said', () => {
    const answers = fc.dictionary(
      fc.constantFrom('CES1', 'MOT1', 'TUM1', 'INF1'),
      fc.constantFrom('yes', 'no', 'not_sure'),
    );
    const flags = answers.map((redFlags) =>
      redFlagsOf({ redFlags: redFlags as Record<string, 'yes' | 'no' | 'not_sure'>, complaint: { region: 'lumbar' } }),
    );
    fc.assert(
      fc.property(flags, flags, (a, b) => {
        const both = gravest(a, b);
        for (const flag of [...a, ...b]) {
          const kept = both.find(({ code }) => code === flag.code);
          expect(URGENCIES.indexOf(kept?.urgency ?? 'routine')).toBeLessThanOrEqual(URGENCIES.indexOf(flag.urgency));
          expect(kept?.isCertain || !flag.isCertain).toBe(true);
        }
        expect(new Set(both.map(({ code }) => code)).size).toBe(both.length);
      }),
    );
  });
});
