import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { FHIR_EXAMPLE } from '@/app/api/v1/fhir-paths';
import { type Answer, anIntake, ask, BASE_URL, BASE_URL_2, type Client, signIn, withKey } from '../house/http';
import { ask as inDatabase } from '../house/principals';
import { signed } from '../house/sign';

type Given = { readonly keyId: string; readonly secret: string };
let admin: Client;
let coordinator: Client;
let vendor: Given;

beforeAll(async () => {
  admin = await signIn('admin');
  coordinator = await signIn('coordinator');
  vendor = await pressed('create', { name: 'Form vendor', isSigning: true, channel: 'web', label: 'Campaign site' });
});

/** A button of the settings, as the page presses it. */
async function pressed(button: 'create' | 'rotate', input: object): Promise<Given> {
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, { filename: string; exportedName: string }>;
  };
  const [id = ''] =
    Object.entries(node).find(([, one]) => one.filename.includes('admin/settings/') && one.exportedName === button) ??
    [];
  const { text } = await ask(`${BASE_URL}/admin/settings`, {
    method: 'POST',
    headers: {
      ...admin.headers,
      accept: 'text/x-component',
      'content-type': 'text/plain;charset=UTF-8',
      'next-action': id,
    },
    body: JSON.stringify([input]),
  });
  const [, keyId = '', secret = ''] = /"answer":\{"id":"([^"]+)","key":"([^"]+)"/.exec(text) ?? [];
  return { keyId, secret };
}

const post = (path: string, body: string, headers: Record<string, string>, base = BASE_URL) =>
  ask(`${base}/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

describe('a program that signs', () => {
  test('submits once: a replay is the same answer here and at the other instance', async () => {
    const body = JSON.stringify(anIntake());
    const headers = signed(body, vendor);
    const first = await post('/requests', body, headers);
    expect([first.status, first.body.number]).toEqual([201, expect.stringMatching(/^MR-/)]);
    const again = [
      await post('/requests', body, headers),
      await post('/requests', body, { ...headers, 'idempotency-key': 'another' }),
      await post('/requests', body, headers, BASE_URL_2),
    ];
    expect(again.map(({ status, text }) => [status, text])).toEqual(Array(3).fill([201, first.text]));
    const { body: open } = await coordinator.get(`/api/v1/requests/${first.body.number}`);
    expect(open.source).toEqual({ channel: 'web', sentBy: 'Campaign site' });
  });

  test('is told what is wrong with a signature, and nothing is written', async () => {
    const body = JSON.stringify(anIntake());
    const before = await inDatabase('select count(*) from request');
    const answer = await post('/requests', body.replace('}', '} '), signed(body, vendor));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
    expect(answer.body).toMatchObject({ code: 'unauthenticated', fields: [{ path: 'X-Foramen-Signature' }] });
    expect(await inDatabase('select count(*) from request')).toEqual(before);
  });

  test('can do nothing else, and its signature lends nothing to a cookie', async () => {
    expect((await coordinator.get('/api/v1/requests', signed('', vendor))).status).toBe(403);
    const body = JSON.stringify(anIntake());
    const stale = signed(body, { ...vendor, at: new Date(Date.now() - 3_600_000) });
    expect((await post('/requests', body, { ...coordinator.headers, ...stale })).status).toBe(401);
  });

  test('signs by the old secret and the new one while its key is rotated', async () => {
    const next = await pressed('rotate', { keyId: vendor.keyId, overlap: 'hour' });
    for (const given of [vendor, next]) {
      const body = JSON.stringify(anIntake());
      expect((await post('/requests', body, signed(body, given))).status).toBe(201);
    }
  });

  test('makes the signature that the description shows', async () => {
    const { body: document } = await ask(`${BASE_URL}/api/v1/openapi.json`);
    const { description } = document.components.securitySchemes.signature as { description: string };
    const [, secret = ''] = /the secret\n\n```\n(.*)\n```/.exec(description) ?? [];
    const [, body = '', t = '', v1] =
      /the body\n\n```\n(.*)\n```[\s\S]*t=(\d+),v1=([0-9a-f]{64})/.exec(description) ?? [];
    expect(createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')).toBe(v1);
  });
});

const FHIR = 'application/fhir+json';
const bundled = (change: object = {}) => JSON.stringify({ ...FHIR_EXAMPLE, ...change });
const inFhir = (body: string, headers: Record<string, string> = {}) =>
  post('/fhir', body, { ...withKey().headers, 'content-type': FHIR, ...headers });

function refused({ status, body, headers }: Answer, should: number, issue: object) {
  expect([status, headers.get('content-type')]).toEqual([should, `${FHIR}; charset=utf-8`]);
  expect(body.resourceType).toBe('OperationOutcome');
  expect(body.issue).toContainEqual(expect.objectContaining({ severity: 'error', ...issue }));
}

describe('a program that speaks FHIR', () => {
  test('submits the example of the description, as either kind of JSON', async () => {
    for (const type of [FHIR, 'application/json']) {
      const answer = await inFhir(bundled(), { 'content-type': type });
      expect(answer.status).toBe(201);
      const number = answer.body.issue[0].details.coding[0].code;
      expect(answer.headers.get('location')).toBe(`/api/v1/requests/${number}`);
      const { body: open } = await coordinator.get(`/api/v1/requests/${number}`);
      expect(open).toMatchObject({
        person: { firstName: 'Ana', lastName: 'Delgado', phone: '+13055550123', postcode: '33101', language: 'en' },
        complaint: { region: 'lumbar', worstPain: 8 },
        redFlags: { CES1: 'no' },
        source: { channel: 'referral', referrer: 'Dr. L. Brandt' },
      });
    }
  });

  test('signs it too, and repeats it to the same number', async () => {
    const own = await pressed('create', { name: 'FHIR vendor', isSigning: true });
    const headers = signed(bundled(), own);
    const numbers = [];
    for (let round = 0; round < 2; round++)
      numbers.push((await post('/fhir', bundled(), { ...headers, 'content-type': FHIR })).body.issue[0].details.text);
    expect([numbers[0], new Set(numbers).size]).toEqual([expect.stringMatching(/^MR-/), 1]);
  });

  test('is refused in FHIR, whatever the reason', async () => {
    refused(await inFhir('{'), 422, { code: 'structure', expression: ['Bundle'] });
    refused(await inFhir(bundled({ type: 'history' })), 422, { code: 'code-invalid', expression: ['Bundle.type'] });
    refused(await inFhir(bundled(), { 'content-type': 'application/fhir+xml' }), 422, {
      location: ['http.Content-Type'],
    });
    refused(await inFhir(bundled(), { authorization: 'Bearer fk_of_nobody_at_all' }), 401, { code: 'login' });
    refused(await inFhir('x'.repeat(1_600_000)), 413, { code: 'too-long' });
    refused(await inFhir(bundled(), { 'idempotency-key': 'two words' }), 422, { location: ['http.Idempotency-Key'] });
    refused(await ask(`${BASE_URL}/api/v1/fhir`), 405, { code: 'not-supported' });
    const stale = signed(bundled(), { ...vendor, at: new Date(0) });
    refused(await post('/fhir', bundled(), { ...stale, 'content-type': FHIR }), 401, {
      location: ['http.X-Foramen-Signature'],
    });
    const { body } = await inFhir(bundled({ entry: FHIR_EXAMPLE.entry.slice(1) }));
    expect(body.issue[0].expression).toEqual(['Bundle.entry.resource.ofType(Patient)']);
  });

  test('finds what it may ask, without a key', async () => {
    const asked = await ask(`${BASE_URL}/api/v1/fhir/Questionnaire/mri-review`);
    expect([asked.status, asked.body.resourceType, asked.body.url]).toEqual([
      200,
      'Questionnaire',
      `${BASE_URL}/api/v1/fhir/Questionnaire/mri-review`,
    ]);
    const able = await ask(`${BASE_URL}/api/v1/fhir/metadata`);
    expect(able.body).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' });
  });
});
