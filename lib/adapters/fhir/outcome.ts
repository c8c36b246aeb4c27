import { PATIENT_ELEMENTS } from './patient';
import type { Question } from './questions';
import type { Reading } from './reading';

/** A refusal of this house in FHIR's words (IssueType, R4). */
const CODES: Readonly<Record<string, string>> = {
  unauthenticated: 'login',
  forbidden: 'forbidden',
  bad_origin: 'forbidden',
  not_found: 'not-found',
  too_large: 'too-long',
  invalid: 'invalid',
  incomplete: 'required',
  key_reused: 'conflict',
  too_many: 'throttled',
  wrong_method: 'not-supported',
  not_set_up: 'transient',
  busy: 'transient',
};

type Problem = {
  readonly code: string;
  readonly detail: string;
  readonly fields: readonly { readonly path: string; readonly message: string }[];
};

/** Every refusal names the element to mend: of the Bundle as FHIRPath, of the HTTP message as its header. */
export function outcomeOf(problem: Problem, reading: Reading | undefined, asked: readonly Question[]) {
  const code = CODES[problem.code] ?? 'exception';
  const details = { coding: [{ system: 'urn:foramen:refusal', code: problem.code }] };
  const said = (issue: object) => ({ severity: 'error', code, details, ...issue });
  const isOfBundle = problem.code === 'invalid';
  if (isOfBundle && reading && reading.issues.length > 0)
    return outcome(
      reading.issues
        .slice(0, 50)
        .map(({ code: own, path, message }) =>
          said({ code: own, diagnostics: `${path} ${message}`, expression: [path] }),
        ),
    );
  const named = problem.fields.map(({ path, message }) => {
    if (/^[A-Z]/.test(path)) return said({ diagnostics: `${path} ${message}`, location: [`http.${path}`] });
    const { expression, code: own } = placeOf(path, reading, asked);
    const diagnostics = `${expression} ${message}`;
    return said({ ...(isOfBundle ? { code: own } : {}), diagnostics, expression: [expression] });
  });
  return outcome(named.length > 0 ? named : [said({ diagnostics: problem.detail })]);
}

/** The request is in: its number, and what of the Bundle has no place in a request. */
export function receivedAs(number: string, passed: readonly string[]) {
  const told = { severity: 'information', code: 'informational' };
  const details = { coding: [{ system: 'urn:foramen:request', code: number }], text: number };
  return outcome([
    { ...told, details, diagnostics: `Received as ${number}.` },
    ...(passed.length > 0 ? [{ ...told, diagnostics: 'Understood, and not kept.', expression: passed }] : []),
  ]);
}

const outcome = (issue: readonly object[]) => ({ resourceType: 'OperationOutcome', issue });

/** Where a field of the intake was told; of one that was not, where it belongs. */
function placeOf(path: string, reading: Reading | undefined, asked: readonly Question[]) {
  const told = reading?.places.get(path);
  const linkId = path.replace(/\.\d+(?=\.|$)/g, '');
  const question = asked.find((one) => one.linkId === linkId);
  if (told)
    return {
      expression: told,
      code: question?.kind === 'choice' || linkId === 'person.sexAtBirth' ? 'code-invalid' : 'value',
    };
  return { expression: wantedAt(path, reading), code: path === 'body' ? 'structure' : 'required' };
}

function wantedAt(path: string, reading: Reading | undefined): string {
  const element = path.startsWith('person.') && PATIENT_ELEMENTS[path.slice('person.'.length)];
  if (element) return `Bundle.entry.resource.ofType(Patient).${element}`;
  if (!reading || path === 'body') return 'Bundle';
  const names = path.split('.');
  const above = names.slice(0, -1).join('.');
  const group =
    reading.places.get(above) ??
    (above ? wantedAt(above, reading) : 'Bundle.entry.resource.ofType(QuestionnaireResponse)');
  return `${group}.item.where(linkId = '${names.filter((name) => !/^\d+$/.test(name)).join('.')}')`;
}
