import 'server-only';
import { z } from 'zod';
import { readBundle } from '@/lib/adapters/fhir/bundle';
import { capabilityStatement } from '@/lib/adapters/fhir/capability';
import { outcomeOf, receivedAs } from '@/lib/adapters/fhir/outcome';
import { type JsonSchema, type Question, questionnaireOf, questionsOf } from '@/lib/adapters/fhir/questions';
import type { Reading } from '@/lib/adapters/fhir/reading';
import { refuse } from '@/lib/domain/refusal';
import { env } from '@/lib/env';
import { askedBy } from './asked';
import type { Entry } from './door';
import { intakeInput } from './intake';
import { only, PRIVATE, problemResponse } from './next';

const TYPES = ['application/fhir+json', 'application/json'];
const FHIR = 'application/fhir+json; charset=utf-8';
const base = () => `${env().publicUrl}/api/v1/fhir`;

let known: readonly Question[] | undefined;
/** Made from the input that the door itself checks by: a field of the intake is a question at once. */
export function questions(): readonly Question[] {
  known ??= questionsOf(z.toJSONSchema(intakeInput, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
  return known;
}

/** As `respond`, for who speaks FHIR: a Bundle in, an OperationOutcome out. */
export async function respondInFhir(act: Entry<{ readonly number: string }>, request: Request): Promise<Response> {
  let reading: Reading | undefined;
  try {
    const { actor, read, call } = await askedBy(request, act.action, TYPES);
    const told = async () => {
      reading = readBundle(await read(), questions());
      if (reading.issues.length > 0) refuse('invalid');
      return reading.intake;
    };
    const { number } = await act(actor, told, call);
    return inFhir(receivedAs(number, reading?.passed ?? []), 201, { location: `/api/v1/requests/${number}` });
  } catch (error) {
    return refusedInFhir(problemResponse(error), reading);
  }
}

/** What is open to all: it tells shapes, never a person. */
export const questionnaire = () => inFhir(questionnaireOf(questions(), `${base()}/Questionnaire/mri-review`));
export const capability = () => inFhir(capabilityStatement(base()));

/** The methods an address does not serve, and the addresses that nothing answers at. */
export function onlyInFhir(...served: Parameters<typeof only>) {
  const refused = only(...served);
  const inWords = () => refusedInFhir(refused.GET());
  return { GET: inWords, POST: inWords, PUT: inWords, PATCH: inWords, DELETE: inWords };
}

async function refusedInFhir(problem: Response, reading?: Reading): Promise<Response> {
  return inFhir(
    outcomeOf(await problem.json(), reading, questions()),
    problem.status,
    Object.fromEntries(problem.headers),
  );
}

function inFhir(resource: object, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(resource, { status, headers: { ...headers, ...PRIVATE, 'content-type': FHIR } });
}
