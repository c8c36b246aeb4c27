import { z } from 'zod';
import { type Action, STAFF_ROLES, scopeOf } from '@/lib/domain/permissions';
import { REFUSAL_TITLES, REFUSALS, type RefusalCode } from '@/lib/domain/refusal';
import { ANSWERS } from '@/lib/door/answers';
import type { Entry } from '@/lib/door/door';
import { EXAMPLES } from './examples';
import { FHIR_PATHS } from './fhir-paths';
import { OPERATIONS, type Operation } from './operations';
import { PARAMETERS } from './parameters';
import { SIGNED, SIGNING_SCHEMES } from './signing';

type Schema = { readonly [key: string]: unknown };
type ObjectSchema = Schema & {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(['unexpected', 'wrong_method', ...Object.keys(REFUSALS)]),
  detail: z.string(),
  fields: z.array(z.strictObject({ path: z.string(), message: z.string() })),
  current: z.record(z.string(), z.unknown()).optional(),
});

/** OpenAPI 3.1, made from the inputs that the door itself checks by. */
export function apiDocument(cookie: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS) {
    const address = `/api/v1${operation.path}`;
    paths[address] = { ...paths[address], [operation.method.toLowerCase()]: described(operation) };
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Foramen API', version: '1', description: INTRODUCTION },
    servers: [{ url: '/' }],
    tags: ['requests', 'fhir', 'claims', 'follow-ups', 'readings', 'events', 'stats'].map((name) => ({ name })),
    paths: { ...paths, ...FHIR_PATHS, ...HOUSE },
    components: {
      schemas: { ...answerSchemas(), Problem: plain(z.toJSONSchema(problem)) },
      responses: refusals(),
      parameters: HEADERS,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: cookie, description: SESSION },
        intakeKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'An intake key. It may submit requests and nothing else.',
        },
        ...SIGNING_SCHEMES,
      },
    },
  };
}

const INTRODUCTION = `Everything the desk does, for other programs. Bodies are JSON in UTF-8; unknown keys are refused. What may be absent is unknown when absent.

Every change of a request carries the \`version\` it was made against, and every answer to a change the version that stands now; somebody else's change in between answers 409 \`conflict\` with both. Refusals are RFC 9457 problems: \`code\` is for programs, \`fields\` names what to mend.`;
const SESSION =
  'The cookie of a member of staff: GET /api/auth/csrf, then POST /api/auth/callback/credentials with csrfToken, email and password. Changes that ride on it also carry the header Origin with the address of this clinic.';

/** What may be asked so often, and then 429 says when again. */
const LIMITED: readonly Action[] = ['request.submit', 'request.export', 'event.hear'];

const HEADERS = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]{1,255}$' },
    description:
      'The same key with the same body answers as the first time and does nothing again, for 48 hours. With another body: 422 key_reused.',
  },
  Origin: {
    name: 'Origin',
    in: 'header',
    required: false,
    schema: { type: 'string' },
    description:
      'Must be the address of this clinic when the session cookie is used. Browsers send it themselves; intake keys need none.',
  },
};

const json = (schema: unknown, example?: unknown) => ({
  'application/json': { schema, ...(example === undefined ? {} : { example }) },
});
/** What an answer is made of: JSON, but for the stream and the table. */
function contentOf(answer: string) {
  const schema = { $ref: `#/components/schemas/${answer}` };
  if (answer === 'EventStream') return { 'text/event-stream': { schema } };
  return answer === 'text/csv' ? { [answer]: { schema: { type: 'string' } } } : json(schema);
}
const open = (summary: string, status: string) => ({
  get: {
    tags: ['house'],
    summary,
    security: [],
    responses: {
      200: {
        description: 'Yes',
        content: json({ type: 'object', properties: { status: { const: status } }, required: ['status'] }),
      },
    },
  },
});
const HOUSE = {
  '/api/health': open('Does the process live?', 'alive'),
  '/api/ready': open('Can it serve requests?', 'ready'),
};

function described({ method, path, act, instead, summary, status, answer }: Operation) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const { action } = act;
  const isChange = method === 'POST';
  return {
    operationId: action.replace(/[._](\w)/g, (_, letter: string) => letter.toUpperCase()),
    tags: [path.split('/')[1]],
    summary,
    description: [act, ...(instead ? [instead] : [])]
      .map(({ action: one }) => `\`${one}\`: ${allowed(one)}.`)
      .join(' '),
    security: [{ session: [] }, ...(scopeOf('intake', action) ? [{ intakeKey: [] }, SIGNED] : [])],
    parameters: [
      ...parametersOf(act, inPath, isChange),
      ...(isChange ? Object.keys(HEADERS).map((name) => ({ $ref: `#/components/parameters/${name}` })) : []),
    ],
    ...(isChange ? { requestBody: bodyOf([act, ...(instead ? [instead] : [])], inPath) } : {}),
    responses: {
      [status]: {
        description: summary,
        ...(action === 'request.submit'
          ? { headers: { Location: { description: 'Where the request is', schema: { type: 'string' } } } }
          : {}),
        content: contentOf(answer),
      },
      ...Object.fromEntries(
        [...refusalsOf(inPath.length > 0, isChange), ...(LIMITED.includes(action) ? [429] : [])].map((one) => [
          one,
          { $ref: `#/components/responses/Refused${one}` },
        ]),
      ),
    },
  };
}

function allowed(action: Action): string {
  const words = {
    any: '',
    own: ' (own)',
    pool: ' (own, or free to claim)',
    author: ' (the author)',
    heir: ' (the author, or once that one has left)',
    self: ' (own)',
    other: ' (not oneself)',
  };
  const roles = [...STAFF_ROLES, 'intake' as const].flatMap((role) => {
    const scope = scopeOf(role, action);
    return scope ? [`${role === 'intake' ? 'intake key' : role}${words[scope]}`] : [];
  });
  return roles.join(', ');
}

function parametersOf(act: Entry<unknown>, inPath: readonly string[], isChange: boolean) {
  const { properties, required = [] } = inputOf(act);
  return Object.entries(properties)
    .filter(([name]) => !isChange || inPath.includes(name))
    .map(([name, schema]) => ({
      name,
      in: inPath.includes(name) ? 'path' : 'query',
      required: inPath.includes(name) || required.includes(name),
      description: PARAMETERS[name] ?? name,
      schema,
    }));
}

function bodyOf(acts: readonly Entry<unknown>[], inPath: readonly string[]) {
  const schemas = acts.map((act) => {
    const { properties, required = [], ...rest } = inputOf(act);
    const needed = required.filter((name) => !inPath.includes(name));
    return {
      ...rest,
      title: act.action,
      properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.includes(name))),
      ...(needed.length > 0 ? { required: needed } : {}),
    };
  });
  const examples = Object.fromEntries(acts.map(({ action }) => [action, { value: EXAMPLES[action] }]));
  return {
    required: schemas.some(({ required }) => required),
    content: { 'application/json': { schema: schemas.length > 1 ? { oneOf: schemas } : schemas[0], examples } },
  };
}

function inputOf(act: Entry<unknown>): ObjectSchema {
  return plain(z.toJSONSchema(act.input, { io: 'input', unrepresentable: 'any' })) as ObjectSchema;
}

function answerSchemas(): Record<string, Schema> {
  const names = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(ANSWERS)) names.add(schema, { id });
  const { schemas } = z.toJSONSchema(names, { uri: (id) => `#/components/schemas/${id}`, unrepresentable: 'any' });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, plain(schema)]));
}

/** Without what only a schema of its own file needs. */
function plain({ $schema: _, $id: __, ...schema }: Schema): Schema {
  return schema;
}

const refusalsOf = (hasSubject: boolean, isChange: boolean) =>
  [401, 403, 404, 409, 413, 422, 503].filter(
    (status) => (hasSubject || status !== 404) && (isChange || ![409, 413].includes(status)),
  );

function refusals() {
  const codes = Object.keys(REFUSALS) as RefusalCode[];
  return Object.fromEntries(
    [...new Set(Object.values(REFUSALS))].map((status) => {
      const mine = codes.filter((code) => REFUSALS[code] === status);
      const description = mine.map((code) => `\`${code}\`: ${REFUSAL_TITLES[code]}`).join('. ');
      return [
        `Refused${status}`,
        { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
      ];
    }),
  );
}
