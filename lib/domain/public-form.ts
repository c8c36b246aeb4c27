import { EMAIL_SHAPE } from './contact-data';
import { FORM_FIELDS, type FormStep, fieldsOf } from './form-fields';
import { dayIn, numberIn, phoneIn, saidIn, type Typed } from './typed';

/** What is wrong with a field: the page says it in the reader's language. */
export type FormProblem = {
  readonly field: string;
  readonly code: 'needed' | 'not_offered' | 'not_a_number' | 'not_a_day' | 'not_a_phone' | 'not_an_email' | 'too_long';
};

/** What keeps a step from being read, in the order of its questions. `today` is an ISO date. */
export function problemsIn(step: FormStep, typed: Typed, today: string): FormProblem[] {
  return Object.entries(FORM_FIELDS[step]).flatMap(([field, kind]) => {
    if (kind.only && !kind.only.is.includes(saidIn(typed, kind.only.field))) return [];
    const code = problemOf(field, kind, typed, today);
    return code ? [{ field, code }] : [];
  });
}

type Kind = (typeof FORM_FIELDS)[FormStep][string];

function problemOf(field: string, kind: Kind, typed: Typed, today: string): FormProblem['code'] | null {
  const said = typed[field] ?? [];
  const isBlank = kind.is === 'day' ? dayIn(typed, field, kind) === '' : said.every((one) => one.trim() === '');
  if (isBlank) return kind.isNeeded ? 'needed' : null;
  switch (kind.is) {
    case 'one':
    case 'many':
      return said.every((one) => kind.of.includes(one)) ? null : 'not_offered';
    case 'number':
      return numberIn(typed, field, kind) === null ? 'not_a_number' : null;
    case 'day': {
      const day = dayIn(typed, field, kind);
      return day === null || day > today || day < '1900-01-01' ? 'not_a_day' : null;
    }
    case 'phone':
      return phoneIn(typed, field) === null ? 'not_a_phone' : null;
    case 'email':
      return EMAIL_SHAPE.test(saidIn(typed, field)) && saidIn(typed, field).length <= 254 ? null : 'not_an_email';
    default:
      return saidIn(typed, field).length > kind.most ? 'too_long' : null;
  }
}

/** Fields that do not belong to the step; a form of ours never sends one. */
export function strangeFields(step: FormStep, typed: Typed): string[] {
  const known = new Set(fieldsOf(step));
  return Object.keys(typed).filter((field) => !known.has(field));
}
