import { readdirSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLES } from '@/app/api/v1/examples';
import { FHIR_PATHS } from '@/app/api/v1/fhir-paths';
import { OPERATIONS } from '@/app/api/v1/operations';
import { ANSWERS, type AnswerName } from '@/lib/door/answers';
import {
  type Answer,
  ask,
  BASE_URL,
  type Client,
  moved,
  readyForReview,
  signIn,
  submitted,
  withKey,
} from '../house/http';
import { aCandidate } from '../house/requests';

let document: {
  paths: Record<string, Record<string, { responses: object; parameters?: { $ref?: string; name?: string }[] }>>;
};
beforeAll(async () => {
  document = (await ask(`${BASE_URL}/api/v1/openapi.json`)).body;
});

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document));
  expect(errors ?? []).toEqual([]);
  expect([valid, validator.version]).toEqual([true, '3.1']);
});

test('every route of the API is an operation of the table, and every operation a route', () => {
  const folders = readdirSync('app/api/v1', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .map(
      (file) =>
        `/${file
          .replace(/\/?route\.ts$/, '')
          .replaceAll('[', '{')
          .replaceAll(']', '}')}`,
    );
  const inTable = [...new Set(OPERATIONS.map(({ path }) => path))];
  const inFhir = Object.keys(FHIR_PATHS).map((path) => path.replace('/api/v1', ''));
  expect(folders.sort()).toEqual([...inTable, ...inFhir, '/openapi.json', '/{{...path}}'].sort());
});

test('every operation of the table is in the document, and answers its method and no other', async () => {
  const described = Object.entries(document.paths)
    .filter(([path]) => path.startsWith('/api/v1'))
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  const inFhir = Object.entries(FHIR_PATHS).map(([path, methods]) => ({
    method: Object.keys(methods).join().toUpperCase(),
    path: path.replace('/api/v1', ''),
  }));
  const every: readonly { readonly method: string; readonly path: string }[] = [...OPERATIONS, ...inFhir];
  expect(described.sort()).toEqual(every.map(({ method, path }) => `${method} /api/v1${path}`).sort());
  for (const path of new Set(every.map((one) => one.path))) {
    const served = every.filter((one) => one.path === path).map(({ method }) => method);
    const address = `${BASE_URL}/api/v1${path.replace(/\{\w+\}/g, 'x')}`;
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const { status } = await ask(address, { method });
      expect([method, path, status === 405]).toEqual([method, path, !served.includes(method)]);
    }
  }
});

test('every POST takes an Idempotency-Key, and its example is a body it would read', () => {
  for (const { method, path, act, instead } of OPERATIONS.filter(({ method }) => method === 'POST')) {
    const { parameters = [] } = document.paths[`/api/v1${path}`]?.[method.toLowerCase()] ?? {};
    expect(parameters).toContainEqual({ $ref: '#/components/parameters/IdempotencyKey' });
    const inPath = { number: 'MR-000001', followUpId: '00000000-0000-4000-8000-000000000000' };
    const named = Object.fromEntries(Object.entries(inPath).filter(([name]) => path.includes(`{${name}}`)));
    for (const one of [act, ...(instead ? [instead] : [])])
      expect([one.action, one.input.safeParse({ ...(EXAMPLES[one.action] as object), ...named }).error]).toEqual([
        one.action,
        undefined,
      ]);
  }
});

describe('real answers are what the document says:', () => {
  let [coordinator, surgeon, manager, admin]: Client[] = [];
  const said = (answer: Answer, name: AnswerName, status = 200) => {
    expect([answer.status, answer.status < 300 ? '' : answer.text]).toEqual([status, '']);
    const { error } = ANSWERS[name].safeParse(answer.body);
    expect(error?.issues ?? []).toEqual([]);
    return answer.body;
  };

  beforeAll(async () => {
    coordinator = await signIn('coordinator');
    surgeon = await signIn('surgeon');
    manager = await signIn('manager');
    admin = await signIn('admin');
  });
  const by = (client: Client | undefined) => client ?? withKey();

  test('a request from its submission to its follow-up', async () => {
    said(await withKey().post('/api/v1/requests', EXAMPLES['request.submit']), 'Submitted', 201);
    const { number, version } = await readyForReview(by(coordinator));
    const address = `/api/v1/requests/${number}`;
    const claimed = said(await by(surgeon).post(`${address}/moves`, { version, to: 'in_review' }), 'Moved');
    const decided = said(
      await by(surgeon).post(`${address}/decisions`, { version: claimed.version, ...aCandidate }),
      'Decided',
      201,
    );
    const amended = said(
      await by(surgeon).post(`${address}/decisions`, {
        ...(EXAMPLES['decision.amend'] as object),
        version: decided.version,
      }),
      'Decided',
      201,
    );
    said(await by(coordinator).post(`${address}/notes`, EXAMPLES['note.write']), 'NoteWritten', 201);
    said(await by(coordinator).post(`${address}/tags`, EXAMPLES['request.tag']), 'Tagged');
    said(await by(coordinator).post(`${address}/contacts`, EXAMPLES['contact.log']), 'ContactLogged', 201);
    const set = said(
      await by(coordinator).post(`${address}/follow-ups`, EXAMPLES['follow_up.schedule']),
      'FollowUpScheduled',
      201,
    );
    said(await by(coordinator).post(`/api/v1/follow-ups/${set.followUpId}/completions`), 'Changed');
    said(await by(manager).post(`${address}/assignments`, { version: amended.version, staffId: null }), 'Assigned');
    for (const who of [coordinator, surgeon, manager]) said(await by(who).get(address), 'OpenRequest');
  });

  test('corrections, claims, lists and numbers', async () => {
    const number = await submitted();
    said(
      await by(coordinator).post(`/api/v1/requests/${number}/corrections`, { version: 1, report: { text: 'other' } }),
      'Changed',
    );
    await moved(by(coordinator), number, 'triage');
    said(await by(surgeon).post('/api/v1/claims'), 'Changed');
    for (const who of [coordinator, surgeon, manager]) {
      for (const view of ['all', 'red-flags', 'mine', 'follow-ups-due'])
        said(await by(who).get(`/api/v1/requests?view=${view}&limit=200`), 'WorklistPage');
      said(await by(who).get('/api/v1/follow-ups?owner=all'), 'FollowUpList');
    }
    for (const who of [coordinator, surgeon, manager, admin])
      said(await by(who).get('/api/v1/stats/pipeline?from=2025-11-01'), 'PipelineStats');
  });

  test('fifty requests of every stage, as a coordinator opens them', async () => {
    for (const stage of ['new', 'awaiting_info', 'in_review', 'follow_up', 'consult_booked', 'completed', 'closed']) {
      const { items } = (await by(coordinator).get(`/api/v1/requests?stage=${stage}&limit=7`)).body;
      for (const { number } of items) said(await by(coordinator).get(`/api/v1/requests/${number}`), 'OpenRequest');
    }
  });
});
