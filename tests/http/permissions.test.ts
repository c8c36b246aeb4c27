import { beforeAll, describe, expect, test } from 'vitest';
import { REFUSALS, type RefusalCode } from '@/lib/domain/refusal';
import { aForm } from '../house/form-with-file';
import { type Answer, anIntake, BASE_URL, type Client } from '../house/http';
import { expected, PAGES, ROUTES, type Whose } from '../house/matrix';
import {
  ask,
  everyPrincipal,
  PRINCIPALS,
  type Principal,
  type Subject,
  standingOf,
  theSubjects,
} from '../house/principals';
import { aCandidate } from '../house/requests';

const CANARIES = {
  phone: '+13055550911',
  secondPhone: '+13055550922',
  email: 'canary-bird@example.com',
  postcode: 'CANARY-33',
  memberId: 'MEMBER-CANARY-77',
};
const { memberId, ...contact } = CANARIES;
const CANARY_NAME = 'Canarywood';

let principals: Principal[] = [];
let subjects: Awaited<ReturnType<typeof theSubjects>>;
let everySubject: Subject[] = [];
let batch = '';
const documents = new Map<string, string>();

beforeAll(async () => {
  principals = await everyPrincipal();
  const by = (role: string) => principals.find((one) => one.role === role)?.client as Client;
  const person = { ...anIntake().person, ...contact, lastName: CANARY_NAME };
  subjects = await theSubjects(by('coordinator'), by('surgeon'), { person, insurance: { memberId } });
  batch = await aFileOf(by('coordinator'));
  for (const { number } of Object.values(subjects.waiting))
    documents.set(
      number,
      (await by('coordinator').post(`/api/requests/${number}/documents`, ...aForm())).body.documentId,
    );
  everySubject = [...Object.values(subjects.waiting), ...Object.values(subjects.taken)];
});

/** Announced, and seen by nobody but who may. */
async function aFileOf(client: Client): Promise<string> {
  const [row] = await ask<{ id: string }>(
    `insert into import_batch (id, source, file_name, state, created_by, created_at, changed_at)
     select gen_random_uuid(), 'x', 'x.csv', 'uploaded', id, now(), now() from staff where email = 'coordinator@demo.clinic' returning id`,
  );
  expect((await client.get('/api/imports')).status).toBe(200);
  return row?.id ?? '';
}

const principal = (name: string) => principals.find((one) => one.name === name) as Principal;
const versionOf = async ({ number }: Subject) =>
  (await ask<{ version: number }>('select version from request where number = $1', [Number(number.slice(3))]))[0]
    ?.version ?? 1;

const A_DRAFT = {
  staffId: '00000000-0000-4000-8000-000000000000',
  kind: 'note',
  value: { text: 'x' },
  mark: '00000000-0000-4000-8000-000000000001',
  seen: [],
  isKept: false,
};

/** What is said to each address, about requests that still wait unless it is a decision. */
const BODIES: Readonly<Record<string, object>> = {
  'note.write': { text: 'Rang.' },
  'contact.log': { channel: 'phone', outcome: 'reached' },
  'follow_up.schedule': { dueAt: new Date(Date.now() + 9e8).toISOString(), what: 'Ring' },
  'candidacy.decide': aCandidate,
  'decision.amend': { ...aCandidate, amendReason: 'looked again' },
  'request.move': { to: 'awaiting_info', reason: 'x' },
  'request.assign': { staffId: null },
  'request.tag': { add: ['never kept'] },
  'request.raise': { urgency: 'emergency', reason: 'never kept' },
  'draft.keep': A_DRAFT,
  'request.correct': { report: { text: 'Never to be kept.' } },
};
const VERSIONED = [
  'candidacy.decide',
  'decision.amend',
  'request.move',
  'request.assign',
  'request.correct',
  'request.raise',
];
const WAITING: readonly Whose[] = ['own', "another's", 'free', "nobody's", 'never was'];
const TAKEN: readonly Whose[] = ['own', "another's", 'never was'];
const ON_TAKEN = ['candidacy.decide', 'decision.amend'];

type Case = {
  readonly method: string;
  readonly address: string;
  readonly action: string;
  readonly who: string;
  readonly whose: Whose;
};
const CASES: Case[] = Object.entries(ROUTES).flatMap(([address, acts]) =>
  acts
    .filter((act) => /^(GET|POST) /.test(act))
    .flatMap((act) => {
      const [method = '', action = ''] = act.split(' ');
      const whose: readonly Whose[] = address.includes('[') ? (ON_TAKEN.includes(action) ? TAKEN : WAITING) : ['none'];
      return PRINCIPALS.flatMap((who) => whose.map((one) => ({ method, address, action, who, whose: one })));
    }),
);
/** Only what must be refused, and every read: what may be done is done elsewhere. */
const codeOf = ({ action, whose }: Case, role: Principal['role']) => {
  // No move goes there from where these stand, whoever asks: the door comes first all the same.
  if (action === 'request.move')
    return expected(action, role, whose) === 'done' ? 'illegal_move' : expected(action, role, whose);
  // Told by the body; the role for the address is asked before the body is read.
  if (action === 'decision.amend') return role === 'surgeon' ? 'not_found' : expected('candidacy.decide', role, whose);
  if (action === 'follow_up.complete' && (whose === 'free' || whose === "nobody's"))
    return expected(action, role, "another's");
  return expected(action, role, whose);
};

async function send(
  { method, address, action, whose }: Case,
  client: Client,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const subject = (ON_TAKEN.includes(action) ? subjects.taken : subjects.waiting)[whose];
  const path = address
    .replace('[number]', subject?.number ?? '')
    .replace('[followUpId]', subject?.followUpId ?? '')
    .replace('[document]', documents.get(subject?.number ?? '') ?? '00000000-0000-4000-8000-000000000000')
    .replace('[batch]', whose === 'never was' ? '00000000-0000-4000-8000-000000000000' : batch);
  if (method === 'GET') return client.get(path, headers);
  if (action === 'document.add') {
    const [body, sent] = aForm();
    return client.post(path, body, { headers: { ...sent.headers, ...headers } });
  }
  const version = VERSIONED.includes(action) && subject ? { version: await versionOf(subject) } : {};
  return client.post(path, action === 'request.submit' ? anIntake() : { ...version, ...BODIES[action] }, { headers });
}

/** A problem says it itself, FHIR's OperationOutcome in its first issue. */
const codeIn = ({ body }: Answer) => body?.code ?? body?.issue?.[0]?.details?.coding?.[0]?.code;

const roleOf = (who: string): Principal['role'] =>
  who.startsWith('the ') ? (who === 'the intake key' ? 'intake' : (who.slice(4) as Principal['role'])) : 'public';
const refused = CASES.filter((one) => codeOf(one, roleOf(one.who)) !== 'done');
const reads = CASES.filter((one) => one.method === 'GET' && codeOf(one, roleOf(one.who)) === 'done');

describe('refused over HTTP, audited, and nothing written:', () => {
  test.each(refused.map((one) => [`${one.method} ${one.address} (${one.action})`, one.who, one.whose, one] as const))(
    '%s by %s, %s',
    async (_, who, _whose, one) => {
      const { client, role } = principal(who);
      const before = await standingOf(everySubject);
      const [last] = await ask<{ seq: string }>('select max(seq) as seq from audit');
      const answer = await send(one, client);
      const code = codeOf(one, role) as RefusalCode;
      expect([answer.status, codeIn(answer)]).toEqual([REFUSALS[code], code]);
      for (const canary of [...Object.values(CANARIES), CANARY_NAME]) expect(answer.text).not.toContain(canary);
      expect(await standingOf(everySubject)).toEqual(before);
      const kept = await ask('select actor_role, outcome from audit where seq > $1', [last?.seq]);
      expect(kept).toEqual([{ actor_role: role, outcome: code }]);
    },
  );
});

/** Of the person's contact and insurance, what each role is shown while no surgeon has decided. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  coordinator: Object.values(CANARIES),
  manager: [memberId],
  surgeon: [],
  admin: [],
};

describe('read over HTTP, and nothing outside the mask:', () => {
  test.each(reads.map((one) => [`${one.address}`, one.who, one.whose, one] as const))(
    '%s by %s, %s',
    async (_, who, _whose, one) => {
      const { client, role } = principal(who);
      const answer = await send(one, client);
      expect(answer.status).toBe(200);
      const seen = Object.values(CANARIES).filter((canary) => answer.text.includes(canary));
      expect(seen).toEqual(one.action === 'request.open' ? SHOWN[role] : []);
    },
  );
});

const DISGUISES: Readonly<Record<string, Record<string, string>>> = {
  'as it is': {},
  'as a flight': { rsc: '1' },
  'as a prefetch': { rsc: '1', 'next-router-prefetch': '1' },
  'as a segment': { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  'past the proxy': { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy', 'x-middleware-subrequest-id': '1' },
  'as rewritten': {
    'x-matched-path': '/requests',
    'x-rewrite-url': '/requests',
    'x-original-url': '/requests',
    'x-nextjs-data': '1',
  },
};
const SUFFIXES = ['.rsc', '.segments/_tree.segment.rsc', '?_rsc=abc', '?nxtPnumber=MR-000001'];
const closed = Object.entries(PAGES).flatMap(([page, action]) =>
  PRINCIPALS.filter(
    (who) =>
      action !== 'open' &&
      !action.startsWith('link.') &&
      action !== 'request.submit' &&
      expected(action, roleOf(who), page.includes('[') ? 'own' : 'none') !== 'done',
  ).map((who) => [page, who] as const),
);

describe('pages tell nothing to whom they are not for,', () => {
  test.each(closed)('%s to %s, however it is asked for', async (page, who) => {
    const { client } = principal(who);
    const number = subjects.waiting.own?.number ?? '';
    const address = page.replace('[number]', number);
    const ways = [
      ...Object.entries(DISGUISES).map(([how, headers]) => [how, address, headers] as const),
      ...SUFFIXES.map((suffix) => [suffix, address + suffix, {}] as const),
    ];
    await Promise.all(
      ways.map(async ([how, path, headers]) => {
        const answer = await client.get(path, headers);
        // The frame names who is signed in: one's own address is told to nobody else.
        const others = answer.text.replaceAll(`${roleOf(who)}@demo.clinic`, '');
        const told = [...Object.values(CANARIES), CANARY_NAME, '@demo.clinic'].filter((canary) =>
          others.includes(canary),
        );
        expect([how, told, answer.status < 500]).toEqual([how, [], true]);
        if (answer.status !== 200) expect([307, 400, 404]).toContain(answer.status);
      }),
    );
  });

  test('a surgeon gets the page of another surgeon’s request as one that never was', async () => {
    const { client } = principal('the surgeon');
    for (const headers of Object.values(DISGUISES)) {
      const answers = await Promise.all(
        [subjects.waiting["another's"], subjects.waiting['never was']].map((one) =>
          client.get(`/requests/${one?.number}`, headers),
        ),
      );
      expect(answers[0]?.status).toBe(answers[1]?.status);
      for (const { text } of answers) expect(text).not.toContain(CANARY_NAME);
    }
  });
});

test('API addresses answer the same past the proxy', async () => {
  for (const one of refused.filter(({ whose, who }) => who === 'nobody' && ['none', 'own'].includes(whose))) {
    const { status } = await send(one, principal('nobody').client, DISGUISES['past the proxy']);
    expect([one.address, status]).toEqual([one.address, 401]);
  }
});

test('a role changed in the middle of a session counts from the next request on', async () => {
  const { client } = principal('the manager');
  const { id } = (await ask<{ id: string }>("select id from staff where email = 'manager@demo.clinic'"))[0] ?? {
    id: '',
  };
  await ask("update staff set role = 'admin' where id = $1", [id]);
  const asAdmin = await client.get('/api/v1/requests?limit=1');
  await ask("update staff set role = 'manager' where id = $1", [id]);
  expect([asAdmin.status, (await client.get('/api/v1/requests?limit=1')).status]).toEqual([403, 200]);
  expect(BASE_URL).toMatch(/^http/);
});
