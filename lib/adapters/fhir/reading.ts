import type { z } from 'zod';

/** Codes of FHIR R4's IssueType, as far as this house says them. */
export type IssueCode =
  | 'business-rule'
  | 'code-invalid'
  | 'duplicate'
  | 'not-found'
  | 'not-supported'
  | 'required'
  | 'structure'
  | 'value';
/** `path` is a FHIRPath from the Bundle. */
export type Issue = { readonly code: IssueCode; readonly path: string; readonly message: string };

/** A Bundle on its way to an intake. */
export type Reading = {
  /** As POST /requests would be told; the door checks it. */
  readonly intake: Record<string, unknown>;
  /** Where each field of the intake was told, as FHIRPath. */
  readonly places: Map<string, string>;
  readonly issues: Issue[];
  /** Elements that were understood and have no place in an intake. */
  readonly passed: string[];
};

export const newReading = (): Reading => ({ intake: {}, places: new Map(), issues: [], passed: [] });

/** Puts a value where the intake keeps it, such as `imaging.0.modality`. What was not told is not put; what is told twice is refused. */
export function put(reading: Reading, path: string, value: unknown, place: string) {
  if (value === undefined || !isFirst(reading, path, place)) return;
  const names = path.split('.');
  const last = names.pop() ?? '';
  (partAt(reading, names) as Record<string, unknown>)[last] = value;
}

/** A part that is there, whatever is told of it. */
export function begin(reading: Reading, path: string, place: string) {
  if (isFirst(reading, path, place)) partAt(reading, path.split('.'));
}

/** How many rows a repeated part has so far. */
export function rowsIn(reading: Reading, path: string): number {
  let rows = 0;
  while (reading.places.has(`${path}.${rows}`)) rows++;
  return rows;
}

function isFirst(reading: Reading, path: string, place: string): boolean {
  const first = reading.places.get(path);
  if (first === undefined) reading.places.set(path, place);
  else reading.issues.push({ code: 'duplicate', path: place, message: `says again what ${first} says` });
  return first === undefined;
}

/** The names come from the table of questions and this folder, never from a sender. */
function partAt({ intake }: Reading, names: readonly string[]): object {
  let part: Record<string, unknown> = intake;
  for (const [at, name] of names.entries()) {
    part[name] ??= /^\d+$/.test(names[at + 1] ?? '') ? [] : {};
    part = part[name] as Record<string, unknown>;
  }
  return part;
}

/** A resource in its shape, or undefined and every element that is not. */
export function shaped<S extends z.ZodType>(
  reading: Reading,
  schema: S,
  said: unknown,
  place: string,
): z.output<S> | undefined {
  const parsed = schema.safeParse(said);
  if (parsed.success) return parsed.data;
  reading.issues.push(...parsed.error.issues.flatMap((issue) => issuesOf(issue, place)));
  return undefined;
}

function issuesOf(issue: z.core.$ZodIssue, place: string): Issue[] {
  const path = issue.path.reduce<string>(
    (above, name) => above + (typeof name === 'number' ? `[${name}]` : `.${String(name)}`),
    place,
  );
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        code: 'not-supported',
        path: `${path}.${key}`,
        message: 'is not kept by this desk; leave it out, or tell it in the questionnaire',
      }));
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? [{ code: 'required', path, message: 'is needed' }]
        : [{ code: 'structure', path, message: `must be of type ${issue.expected}` }];
    case 'invalid_value':
      return [{ code: 'code-invalid', path, message: `must be ${issue.values.join(', ')}` }];
    default:
      return [{ code: issue.code === 'custom' ? 'business-rule' : 'structure', path, message: issue.message }];
  }
}

/** Names what was understood and is not kept, so that nothing is dropped in silence. */
export function passBy(reading: Reading, resource: object, elements: readonly string[], place: string) {
  reading.passed.push(...elements.filter((name) => Object.hasOwn(resource, name)).map((name) => `${place}.${name}`));
}
