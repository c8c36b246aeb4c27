import { describe, expect, test } from 'vitest';
import { ask, BASE_URL } from '../house/http';
import { coordinator, number, refusedNaming, useDesk } from '../house/refused';

useDesk();

const list = (query: string) => coordinator.get(`/api/v1/requests?${query}`);

describe('a list is refused, naming the parameter, for', () => {
  test.each<[string, string, string]>([
    ['a parameter given twice', 'view', 'view=new&view=all'],
    ['a parameter nobody knows', 'colour', 'colour=red'],
    ['the constructor', 'constructor', 'constructor=1'],
    ['a view that does not exist', 'view', 'view=archive'],
    ['a stage that does not exist', 'stage', 'stage=new,heaven'],
    ['a sort that does not exist', 'sort', 'sort=due;drop table request'],
    ['a limit of words', 'limit', 'limit=many'],
    ['a limit of none', 'limit', 'limit=0'],
    ['a limit beyond all', 'limit', 'limit=1e999'],
    ['a limit of a half', 'limit', 'limit=1.5'],
    ['the 31st of February', 'from', 'from=2026-02-31'],
    ['the year zero', 'from', 'from=0000-01-01'],
    ['the end of time', 'to', 'to=9999-12-31'],
    ['an end before its beginning', 'from', 'from=2026-12-01&to=2026-01-01'],
    ['a NUL in the search', 'q', 'q=a%00b'],
    ['a search of 300 letters', 'q', `q=${'x'.repeat(300)}`],
    ['a cursor that is none', 'cursor', 'cursor=abc'],
    ['a cursor of 2,000 characters', 'cursor', `cursor=${'a'.repeat(2_000)}`],
    ['an owner who is none', 'assigned', 'assigned=somebody'],
  ])('%s', async (_, field, query) => {
    await refusedNaming(field, () => list(query));
  });

  test('a cursor of another question', async () => {
    const { nextCursor } = (await list('limit=1&sort=name')).body;
    expect((await list(`limit=1&sort=name&cursor=${nextCursor}`)).status).toBe(200);
    await refusedNaming('cursor', () => list(`limit=1&sort=-name&cursor=${nextCursor}`));
    await refusedNaming('cursor', () => list(`limit=1&sort=name&view=new&cursor=${nextCursor}`));
    await refusedNaming('cursor', () => coordinator.get(`/api/v1/follow-ups?cursor=${nextCursor}`));
  });

  test('a cursor with a place of its own making', async () => {
    const { nextCursor } = (await list('limit=1&sort=received')).body;
    const forged = { ...JSON.parse(Buffer.from(nextCursor, 'base64url').toString()), value: 'x' };
    await refusedNaming('cursor', () =>
      list(`limit=1&sort=received&cursor=${Buffer.from(JSON.stringify(forged)).toString('base64url')}`),
    );
  });

  test.each([
    ['/api/v1/stats/pipeline?from=2026-02-31', 'from'],
    ['/api/v1/stats/pipeline?from=0000-01-01', 'from'],
    ['/api/v1/stats/pipeline?to=9999-12-31', 'to'],
    ['/api/v1/stats/pipeline?from=1900-01-01', 'from'],
    ['/api/v1/stats/pipeline?source=moon', 'source'],
    ['/api/v1/follow-ups?owner=you', 'owner'],
    ['/api/v1/requests/MR-000001?number=MR-000002', 'number'],
    ['/api/v1/requests/MR-000001?full=1', 'full'],
  ])('%s', async (path, field) => {
    await refusedNaming(field, () => coordinator.get(path));
  });
});

describe('the address of a request', () => {
  test.each([
    'MR-abc',
    '1',
    'MR-1',
    'MR-0000000001',
    'MR-000000',
    'MR-999999999999',
    'MR-2147483648',
    "MR-000001'--",
    'MR-000001%00',
    '%F0%9F%98%80',
  ])('%s is refused, naming the number', async (number) => {
    await refusedNaming('number', () => coordinator.get(`/api/v1/requests/${number}`));
  });

  test('MR-999999 is nothing here', async () => {
    expect(await coordinator.get('/api/v1/requests/MR-999999')).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
  });

  test('is read as people write it, in small letters too', async () => {
    expect((await coordinator.get(`/api/v1/requests/${number.toLowerCase()}`)).body.number).toBe(number);
  });
});

test('an address or a method that does not exist answers with a problem', async () => {
  for (const path of [
    '/api/v1',
    '/api/v1/nothing',
    '/api/v1/requests/MR-000001/nothing',
    '/api/v1/requests/MR-000001/notes/7',
  ]) {
    expect(await coordinator.get(path)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await coordinator.post(path)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  }
  for (const [method, path, allow] of [
    ['DELETE', '/api/v1/requests', 'GET, POST'],
    ['PUT', `/api/v1/requests/${number}`, 'GET'],
    ['POST', `/api/v1/requests/${number}`, 'GET'],
    ['GET', `/api/v1/requests/${number}/notes`, 'POST'],
    ['DELETE', `/api/v1/requests/${number}/notes`, 'POST'],
    ['PATCH', '/api/v1/claims', 'POST'],
    ['POST', '/api/v1/openapi.json', 'GET'],
    ['POST', '/api/health', 'GET'],
  ] as const) {
    const answer = await ask(`${BASE_URL}${path}`, { method, headers: coordinator.headers });
    expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, allow]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body.code).toBe('wrong_method');
  }
});
