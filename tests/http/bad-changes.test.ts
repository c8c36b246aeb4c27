import { describe, expect, test } from 'vitest';
import { type Answer, readyForReview } from '../house/http';
import { coordinator, number, refusedNaming, surgeon, useDesk } from '../house/refused';

useDesk();

const note = (body: unknown) => coordinator.post(`/api/v1/requests/${number}/notes`, body);
const move = (body: unknown) => coordinator.post(`/api/v1/requests/${number}/moves`, body);

describe('a change is refused, naming the field, for', () => {
  test.each<[string, string, () => Promise<Answer>]>([
    ['a note of 1 MB', 'text', () => note({ text: 'x'.repeat(1_048_576) })],
    ['a note of blanks', 'text', () => note({ text: ' \n\t ' })],
    ['a NUL in a note', 'text', () => note({ text: 'a\u0000b' })],
    ['half a character in a note', 'text', () => note('{"text":"a\\udc00b"}')],
    [
      'an addendum to nothing',
      'addendumTo',
      () => note({ text: 'x', addendumTo: '00000000-0000-4000-8000-000000000000' }),
    ],
    ['a follow-up in the past', 'nextAt', () => note({ text: 'x', nextAt: '2020-01-01T00:00:00Z' })],
    ['a time without its offset', 'nextAt', () => note({ text: 'x', nextAt: '2027-01-01T00:00:00' })],
    ['a body that names another request', 'number', () => note({ text: 'x', number: 'MR-000001' })],
    ['a stage that does not exist', 'to', () => move({ version: 1, to: 'heaven' })],
    ['a version of text', 'version', () => move({ version: '1', to: 'triage' })],
    ['a version of nothing', 'version', () => move({ to: 'triage' })],
    ['a version beyond every number', 'version', () => move({ version: 2 ** 53, to: 'triage' })],
    ['a version below one', 'version', () => move({ version: 0, to: 'triage' })],
    [
      'a member of staff who is not',
      'staffId',
      () =>
        coordinator.post(`/api/v1/requests/${number}/assignments`, {
          version: 1,
          staffId: '00000000-0000-4000-8000-000000000000',
        }),
    ],
    [
      'a correction of nothing',
      'body',
      () => coordinator.post(`/api/v1/requests/${number}/corrections`, { version: 1 }),
    ],
    [
      'a verdict that does not exist',
      'verdict',
      () => surgeon.post(`/api/v1/requests/${number}/decisions`, { version: 1, verdict: 'maybe' }),
    ],
    [
      'an amendment without its verdict',
      'verdict',
      () => surgeon.post(`/api/v1/requests/${number}/decisions`, { version: 1, amendReason: 'x' }),
    ],
    ['a follow-up id that is none', 'followUpId', () => coordinator.post('/api/v1/follow-ups/7/completions')],
    [
      'a key of two words',
      'Idempotency-Key',
      () => coordinator.post(`/api/v1/requests/${number}/notes`, { text: 'x' }, { key: 'two words' }),
    ],
    [
      'a key of 256 characters',
      'Idempotency-Key',
      () => coordinator.post(`/api/v1/requests/${number}/notes`, { text: 'x' }, { key: 'k'.repeat(256) }),
    ],
    [
      'an empty key',
      'Idempotency-Key',
      () => coordinator.post(`/api/v1/requests/${number}/notes`, { text: 'x' }, { key: '' }),
    ],
  ])('%s', async (_, field, attempt) => {
    await refusedNaming(field, attempt);
  });

  test('a stage it cannot go to from here', async () => {
    await refusedNaming('to', () => move({ version: 1, to: 'completed' }), 409);
  });

  test('a verdict that lacks what it needs', async () => {
    const { number: mine, version } = await readyForReview(coordinator);
    const taken = await surgeon.post(`/api/v1/requests/${mine}/moves`, { version, to: 'in_review' });
    const decide = (body: object) =>
      surgeon.post(`/api/v1/requests/${mine}/decisions`, { version: taken.body.version, ...body });
    await refusedNaming('procedures', () => decide({ verdict: 'candidate' }));
    await refusedNaming('procedures.0.levels', () =>
      decide({ verdict: 'candidate', procedures: [{ code: 'MDIS', levels: ['C3-C4'], side: 'left' }] }),
    );
    await refusedNaming('reasons', () => decide({ verdict: 'not_candidate' }));
    await refusedNaming('procedures.0.code', () =>
      decide({ verdict: 'candidate', procedures: [{ code: 'LOBOTOMY' }] }),
    );
    expect((await surgeon.get(`/api/v1/requests/${mine}`)).body).toMatchObject({
      version: taken.body.version,
      decisions: [],
    });
  });
});
