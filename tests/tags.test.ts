import { beforeAll, expect, test } from 'vitest';
import { tagRequest } from '@/lib/commands/tag-request';
import { openRequest } from '@/lib/queries/open-request';
import { worklist } from '@/lib/queries/worklist';
import { gatherCast, theCast } from './house/cast';
import { useDatabase } from './house/database';
import { aRequest, aRequestIn, decide, historyOf, theRow } from './house/requests';

useDatabase();
beforeAll(gatherCast);

const tag = (number: string, add: string[], remove: string[] = []) =>
  tagRequest(theCast().coordinator, { number, add, remove });

test('a tag stands on the row and on the request, once, however it was typed', async () => {
  const number = await aRequest();
  expect((await tag(number, ['Second  Call', 'second call '])).tags).toEqual(['second call']);
  expect((await openRequest(theCast().manager, { number })).tags).toEqual(['second call']);
  const { items } = await worklist(theCast().coordinator, { view: 'all', tag: 'SECOND call' });
  expect(items.map((item) => [item.number, item.tags])).toEqual([[number, ['second call']]]);
});

test('tagging is in the history with what it changed, and says nothing when it changed nothing', async () => {
  const number = await aRequest();
  await tag(number, ['cd lost']);
  await tag(number, ['cd lost']);
  await tag(number, ['spanish'], ['cd lost']);
  expect((await historyOf(number)).filter(({ kind }) => kind === 'tagged').map(({ facts }) => facts)).toEqual([
    { tagged: ['cd lost'], untagged: [] },
    { tagged: ['spanish'], untagged: ['cd lost'] },
  ]);
});

test('a tag costs no surgeon the decision being typed', async () => {
  const { coordinator, surgeon } = theCast();
  const number = await aRequestIn('in_review', coordinator, surgeon);
  const { version } = await theRow(number);
  expect((await tag(number, ['second call'])).version).toBe(version);
  expect(await decide(surgeon, number)).toMatchObject({ verdict: 'candidate' });
});

test('two who tag at once both keep theirs', async () => {
  const number = await aRequest();
  await Promise.all([tag(number, ['one']), tag(number, ['two']), tag(number, ['three'])]);
  expect((await openRequest(theCast().manager, { number })).tags.toSorted()).toEqual(['one', 'three', 'two']);
});

test('eight tags at most, and the ninth leaves the eight', async () => {
  const number = await aRequest();
  await tag(number, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  await expect(tag(number, ['i'])).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'add' }] });
  expect((await tag(number, ['i'], ['h'])).tags).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'i']);
});

test.each([
  '',
  ' ',
  'ana@example.com',
  '305-555-0123',
  '1974',
  'a,b',
  'x'.repeat(25),
  '<b>',
  'two\nlines'.replace('\n', '\u0000'),
])('%j is no tag', async (typed) => {
  await expect(tag(await aRequest(), [typed])).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'add.0' }] });
});

test('a surgeon finds no request of another’s by its tag', async () => {
  const { coordinator, surgeon, otherSurgeon } = theCast();
  const number = await aRequestIn('in_review', coordinator, surgeon);
  await tag(number, ['hidden tag']);
  expect((await worklist(surgeon, { view: 'all', tag: 'hidden tag' })).found.value).toBe(1);
  expect((await worklist(otherSurgeon, { view: 'all', tag: 'hidden tag' })).found.value).toBe(0);
});
