import { FOLLOW_UP_QUESTIONS, RED_FLAG_QUESTIONS } from '@/lib/domain/red-flags';
import { PATIENT_ELEMENTS } from './patient';

/** JSON Schema, as far as an intake needs it. */
export type JsonSchema = {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
};

/** How each kind of answer is told: the element of an answer. A coded answer is told by its code. */
export const ANSWERED_BY = {
  boolean: 'valueBoolean',
  integer: 'valueInteger',
  decimal: 'valueDecimal',
  date: 'valueDate',
  dateTime: 'valueDateTime',
  string: 'valueString',
  text: 'valueString',
  choice: 'valueCoding',
} as const;
export type Kind = keyof typeof ANSWERED_BY | 'group';

/** A field of the intake as a question: its linkId is the field's own name. */
export type Question = {
  readonly linkId: string;
  /** The group it stands in. */
  readonly parent: string | null;
  readonly kind: Kind;
  readonly text: string;
  readonly isRequired: boolean;
  readonly repeats: boolean;
  readonly codes: readonly string[];
  /** Asked, and not known: told by the data-absent-reason `asked-unknown`. */
  readonly mayBeUnknown: boolean;
  readonly maxLength?: number;
};

/** Every field of an intake but what the Patient tells, each group before what stands in it. */
export function questionsOf(intake: JsonSchema): Question[] {
  return below(intake, null).filter(
    ({ linkId, parent }) => parent !== 'person' || !PATIENT_ELEMENTS[linkId.slice('person.'.length)],
  );
}

function below(schema: JsonSchema, parent: string | null): Question[] {
  return fieldsOf(schema).flatMap(([name, field]) => {
    const linkId = parent ? `${parent}.${name}` : name;
    const isRequired = schema.required?.includes(name) ?? false;
    const question = questionOf(field, { linkId, parent, isRequired });
    return [question, ...(question.kind === 'group' ? below(field.items ?? field, linkId) : [])];
  });
}

/** A record of coded keys has a field for each code. */
function fieldsOf({ properties, propertyNames, additionalProperties }: JsonSchema): [string, JsonSchema][] {
  if (properties) return Object.entries(properties);
  const each = typeof additionalProperties === 'object' ? additionalProperties : {};
  return (propertyNames?.enum ?? []).map((code) => [code, each]);
}

type Place = Pick<Question, 'linkId' | 'parent' | 'isRequired'>;
function questionOf(field: JsonSchema, place: Place): Question {
  const said = field.anyOf?.find((one) => one.const === undefined) ?? field;
  return {
    ...place,
    text: wordsOf(place.linkId),
    kind: kindOf(said),
    repeats: said.type === 'array',
    codes: said.enum ?? [],
    mayBeUnknown: field.anyOf?.some((one) => one.const === 'unknown') ?? false,
    ...(said.maxLength && !said.enum ? { maxLength: said.maxLength } : {}),
  };
}

function kindOf({ type, format, enum: codes, maxLength = 0 }: JsonSchema): Kind {
  if (type === 'object' || type === 'array') return 'group';
  if (codes) return 'choice';
  if (type === 'boolean' || type === 'integer') return type;
  if (type === 'number') return 'decimal';
  if (format === 'date') return 'date';
  if (format === 'date-time') return 'dateTime';
  return maxLength > 1_000 ? 'text' : 'string';
}

/** `limbWorstPain` reads "Limb worst pain"; a red flag is asked in the words of its script. */
function wordsOf(linkId: string): string {
  const name = linkId.split('.').at(-1) ?? '';
  const asked =
    linkId.startsWith('redFlags.') &&
    [...RED_FLAG_QUESTIONS, ...FOLLOW_UP_QUESTIONS].find(({ code }) => code === name)?.ask;
  return (
    asked ||
    name
      .replace(/^./, (first) => first.toUpperCase())
      .replace(/[A-Z](?=[a-z])/g, (one, at) => (at ? ` ${one.toLowerCase()}` : one))
  );
}

/** FHIR R4's own form of the table, for who fills it in. */
export function questionnaireOf(questions: readonly Question[], url: string) {
  const itemsIn = (parent: string | null): object[] =>
    questions
      .filter((one) => one.parent === parent)
      .map(({ linkId, kind, text, isRequired, repeats, codes, maxLength }) => ({
        linkId,
        text,
        type: kind,
        ...(isRequired ? { required: true } : {}),
        ...(repeats ? { repeats: true } : {}),
        ...(maxLength ? { maxLength } : {}),
        ...(codes.length > 0 ? { answerOption: codes.map((code) => ({ valueCoding: { code } })) } : {}),
        ...(kind === 'group' ? { item: itemsIn(linkId) } : {}),
      }));
  return {
    resourceType: 'Questionnaire',
    id: 'mri-review',
    url,
    version: '1',
    name: 'MriReview',
    title: 'Request for an MRI review',
    status: 'active',
    subjectType: ['Patient'],
    description:
      'What the Patient resource does not tell. An item that is left out was not asked. Of a number or a date, "asked, not known" is the extension data-absent-reason with asked-unknown on the value.',
    item: itemsIn(null),
  };
}
