import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { draftOf, type Part, told } from '@/components/request/parts/draft';
import { PART_WORDS } from '@/components/request/parts/parts';
import { correctRequest } from '@/lib/commands/correct-request';
import { submitRequest } from '@/lib/commands/submit-request';
import { intakeInput } from '@/lib/door/intake';
import { openRequest } from '@/lib/queries/open-request';
import { gatherCast, theCast } from './house/cast';
import { useDatabase } from './house/database';
import { aWholeIntake } from './house/intake';
import { program } from './house/people';

useDatabase();
beforeAll(gatherCast);

const whole = aWholeIntake();
const PARTS = Object.keys(PART_WORDS) as Part[];
/** Told by the way it came: no form asks for it. */
const NOT_TYPED = ['utmSource', 'utmMedium', 'utmContent', 'landingPage', 'firstTouchAt'];

test('the whole intake has every field of the door, so that no field is forgotten below', () => {
  expect(namesIn(whole)).toEqual(namesOf(z.toJSONSchema(intakeInput, { unrepresentable: 'any', io: 'input' })));
});

test('all that is told stands on the request, field for field', async () => {
  const { number } = await submitRequest(program, whole);
  expect(intakeShown(await openRequest(theCast().coordinator, { number }))).toEqual(whole);
});

test('what stands on the request can be typed over and told again without a difference', async () => {
  const { number } = await submitRequest(program, whole);
  const draft = draftOf(await openRequest(theCast().coordinator, { number }));
  for (const part of PARTS) expect([part, told(draft, part)]).toEqual([part, whole[part]]);
  const source = Object.entries(whole.source).filter(([name]) => !NOT_TYPED.includes(name));
  expect(told(draft, 'source')).toEqual(Object.fromEntries(source));
});

test('correcting one part leaves every other as it was', async () => {
  // Another person: the same one told again is part of the first.
  const another = { ...whole, person: { ...whole.person, firstName: 'Rosa' } };
  const { number, version } = await submitRequest(program, another);
  await correctRequest(theCast().coordinator, { number, version, report: { text: 'L5-S1: nothing.' } });
  const shown = intakeShown(await openRequest(theCast().coordinator, { number }));
  expect(shown).toEqual({ ...another, report: { text: 'L5-S1: nothing.' } });
});

function intakeShown(open: Awaited<ReturnType<typeof openRequest>>) {
  const { name: _, age: __, ...person } = open.person;
  const { summary: ___, ...complaint } = open.complaint;
  const rest = Object.fromEntries(Object.keys(whole).map((part) => [part, open[part as 'report']]));
  return { ...rest, person, complaint };
}

/** Every name at every depth, sorted. */
function namesIn(told: unknown): string[] {
  const names = new Set<string>();
  const walk = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (value && typeof value === 'object')
      for (const [name, inner] of Object.entries(value)) {
        names.add(name);
        walk(inner);
      }
  };
  walk(told);
  return [...names].sort();
}

function namesOf(schema: unknown): string[] {
  const names = new Set<string>();
  const walk = (node: unknown) => {
    if (!node || typeof node !== 'object') return;
    for (const [key, inner] of Object.entries(node)) {
      if (key === 'properties') for (const name of Object.keys(inner)) names.add(name);
      // The codes of red flags are names of answers.
      if (key === 'propertyNames') for (const name of (inner as { enum?: string[] }).enum ?? []) names.add(name);
      walk(inner);
    }
  };
  walk(schema);
  return [...names].sort();
}
