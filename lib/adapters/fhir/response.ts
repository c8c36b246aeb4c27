import { z } from 'zod';
import { aside, coding, housekeeping, reference } from './elements';
import { ANSWERED_BY, type Question } from './questions';
import { begin, passBy, put, type Reading, rowsIn, shaped } from './reading';

const NOT_KNOWN = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const absent = z
  .strictObject({
    id: aside,
    extension: z.array(z.strictObject({ url: z.literal(NOT_KNOWN), valueCode: z.literal('asked-unknown') })).length(1),
  })
  .optional();
const answer = z.strictObject({
  id: aside,
  valueBoolean: z.boolean().optional(),
  valueInteger: z.number().optional(),
  valueDecimal: z.number().optional(),
  valueDate: z.string().optional(),
  valueDateTime: z.string().optional(),
  valueString: z.string().optional(),
  valueCoding: coding.optional(),
  _valueInteger: absent,
  _valueDecimal: absent,
  _valueDate: absent,
});
type Answer = z.output<typeof answer>;
type Item = {
  readonly linkId: string;
  readonly answer?: readonly Answer[] | undefined;
  readonly item?: readonly Item[] | undefined;
};

/** As deep and as many as an intake needs: a sender can neither nest nor repeat without end. */
const MOST_ITEMS = 200;
const many = (one: z.ZodType<Item>) => z.array(one).max(MOST_ITEMS, `holds at most ${MOST_ITEMS} items`);
const itemOf = (inside: z.ZodType<readonly Item[] | undefined>): z.ZodType<Item> =>
  z.strictObject({
    id: aside,
    linkId: z.string(),
    text: aside,
    definition: aside,
    answer: z.array(answer).optional(),
    item: inside,
  });
const none = z.undefined('has no items of its own here');
const item = itemOf(many(itemOf(many(itemOf(many(itemOf(none)).optional())).optional())).optional());

const PASSED = ['text', 'extension', 'identifier', 'basedOn', 'authored', 'author', 'source'] as const;
const response = z.strictObject({
  ...housekeeping,
  resourceType: z.literal('QuestionnaireResponse'),
  text: aside,
  extension: aside,
  identifier: aside,
  basedOn: aside,
  authored: aside,
  author: aside,
  source: aside,
  questionnaire: z
    .string()
    .regex(/\/Questionnaire\/mri-review(\|1)?$/, 'must be the questionnaire mri-review of this desk')
    .optional(),
  status: z.enum(['completed', 'amended']),
  subject: reference.optional(),
  item: many(item).min(1, 'holds no answers'),
});

type Group = { readonly linkId: string | null; readonly path: string };
type At = { readonly reading: Reading; readonly questions: ReadonlyMap<string, Question> };

export function readResponse(reading: Reading, said: unknown, place: string, asked: readonly Question[]) {
  const told = shaped(reading, response, said, place);
  if (!told) return;
  const questions = new Map(asked.map((question) => [question.linkId, question]));
  readItems({ reading, questions }, told.item, { linkId: null, path: '' }, place);
  passBy(reading, told, PASSED, place);
}

function readItems(at: At, items: readonly Item[], group: Group, above: string) {
  for (const [index, one] of items.entries()) {
    const place = `${above}.item[${index}]`;
    const question = at.questions.get(one.linkId);
    if (!question) {
      const message = `${one.linkId.slice(0, 100)} is not a question of this questionnaire`;
      at.reading.issues.push({ code: 'not-supported', path: `${place}.linkId`, message });
    } else if (question.parent !== group.linkId) {
      const message = `belongs ${question.parent ? `into an item ${question.parent}` : 'outside of every other item'}`;
      at.reading.issues.push({ code: 'structure', path: place, message });
    } else if (question.kind === 'group') readGroup(at, one, question, group, place);
    else readAnswer(at.reading, one, question, pathIn(group, question), place);
  }
}

const pathIn = ({ path }: Group, { linkId }: Question) => (path ? `${path}.${linkId.split('.').at(-1)}` : linkId);

function readGroup(
  at: At,
  { answer: answers, item: items = [] }: Item,
  question: Question,
  group: Group,
  place: string,
) {
  if (answers) at.reading.issues.push({ code: 'structure', path: `${place}.answer`, message: 'is told by its items' });
  const named = pathIn(group, question);
  const path = question.repeats ? `${named}.${rowsIn(at.reading, named)}` : named;
  begin(at.reading, path, place);
  readItems(at, items, { linkId: question.linkId, path }, place);
}

/** An item without an answer was not asked. */
function readAnswer(
  reading: Reading,
  { answer: answers, item: items }: Item,
  question: Question,
  path: string,
  place: string,
) {
  if (items) reading.issues.push({ code: 'structure', path: `${place}.item`, message: 'has no items of its own' });
  if (!answers || answers.length === 0) return;
  const [first] = answers;
  if (!first || answers.length > 1)
    reading.issues.push({ code: 'structure', path: `${place}.answer`, message: 'has one answer' });
  else readValue(reading, first, question, path, `${place}.answer[0]`);
}

function readValue(reading: Reading, said: Answer, question: Question, path: string, place: string) {
  const { kind, mayBeUnknown } = question;
  if (kind === 'group') return;
  const element = ANSWERED_BY[kind];
  const [told, ...more] = Object.keys(said).filter((name) => name !== 'id') as (keyof Answer)[];
  const isNumber = kind === 'decimal' && told === 'valueInteger';
  if (told && more.length === 0) {
    if (told === 'valueCoding' && element === told && said.valueCoding?.code)
      return put(reading, path, said.valueCoding.code, `${place}.valueCoding.code`);
    if (told !== 'valueCoding' && (told === element || isNumber))
      return put(reading, path, said[told], `${place}.${told}`);
    if (mayBeUnknown && told === `_${element}`) return put(reading, path, 'unknown', `${place}.${element}`);
  }
  const message = `is told by ${kind === 'choice' ? 'valueCoding.code' : element} and nothing else`;
  reading.issues.push({ code: 'structure', path: place, message });
}
