import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBundle } from '@/lib/adapters/fhir/bundle';
import { outcomeOf } from '@/lib/adapters/fhir/outcome';
import { ANSWERED_BY, type Question } from '@/lib/adapters/fhir/questions';
import { submitRequest } from '@/lib/commands/submit-request';
import { RED_FLAG_CODES } from '@/lib/domain/red-flags';
import type { Refusal } from '@/lib/domain/refusal';
import { questions } from '@/lib/door/fhir';
import { openRequest } from '@/lib/queries/open-request';
import { bundleOf, NOT_KNOWN } from './house/bundle';
import { gatherCast, theCast } from './house/cast';
import { useDatabase } from './house/database';
import { aFullIntake, aWholeIntake } from './house/intake';
import { program } from './house/people';

useDatabase();
beforeAll(gatherCast);

const read = (bundle: unknown) => readBundle(bundle, questions());

/** As the address answers: what the Bundle itself lacks, or else what the door says of the intake in it. */
async function issuesOf(bundle: unknown): Promise<string[]> {
  const reading = read(bundle);
  const refusal = await Promise.resolve(
    reading.issues.length > 0 ? { code: 'invalid', detail: '', fields: [] } : submitRequest(program, reading.intake),
  )
    .then((said) => ('number' in said ? null : said))
    .catch((error: Refusal) => error);
  if (!refusal) return [];
  const { issue } = outcomeOf(refusal, reading, questions()) as unknown as {
    issue: { code: string; expression: string[] }[];
  };
  return issue.map(({ code, expression }) => `${code} ${expression?.join()}`);
}

/** Any intake that has this shape, likely or not: what is read back must be it. */
function anyIntake(): fc.Arbitrary<Record<string, unknown>> {
  const person = fc.record(
    {
      firstName: fc.string(),
      lastName: fc.string(),
      phone: fc.string(),
      dateOfBirth: fc.string(),
      preferredName: fc.string(),
      sexAtBirth: fc.constantFrom('female', 'male', 'other', 'unknown'),
      secondPhone: fc.string(),
      email: fc.string(),
      language: fc.constantFrom('en', 'es', 'other', 'unknown'),
      state: fc.string(),
      postcode: fc.string(),
      country: fc.string(),
    },
    { requiredKeys: ['firstName', 'lastName', 'phone', 'dateOfBirth'] },
  );
  return fc
    .tuple(person, anyOf(null))
    .map(([told, { person: asked, ...parts }]) => ({ ...parts, person: { ...(asked as object), ...told } }))
    .filter((intake) => Object.keys(intake).length > 1);
}

function anyOf(group: string | null): fc.Arbitrary<Record<string, unknown>> {
  const inside = questions().filter(({ parent }) => parent === group);
  const fields = inside.map((one) => [one.linkId.split('.').at(-1), anyAnswer(one)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

function anyAnswer({ kind, linkId, repeats, codes, mayBeUnknown }: Question): fc.Arbitrary<unknown> {
  if (kind === 'group') return repeats ? fc.array(anyOf(linkId), { minLength: 1, maxLength: 3 }) : anyOf(linkId);
  if (kind === 'choice') return fc.constantFrom(...codes);
  const known = {
    boolean: fc.boolean(),
    integer: fc.integer(),
    decimal: fc.double({ noNaN: true, noDefaultInfinity: true }),
    date: fc.constantFrom('2026-01-02', '1999-12-31'),
    dateTime: fc.constant('2026-01-02T03:04:05Z'),
    string: fc.string(),
    text: fc.string(),
  }[kind];
  return mayBeUnknown ? fc.oneof(known, fc.constant('unknown')) : known;
}

describe('the questionnaire', () => {
  test('asks for every field of an intake once, beside what the Patient tells', () => {
    const asked = questions().map(({ linkId }) => linkId);
    expect(new Set(asked).size).toBe(asked.length);
    for (const field of [
      'complaint.limbWorstPain',
      'consents.shareImages',
      'priorSurgery.operations.isSameSite',
      'source.utmContent',
    ])
      expect(asked).toContain(field);
    for (const code of RED_FLAG_CODES) expect(asked).toContain(`redFlags.${code}`);
    expect(asked.filter((linkId) => linkId.startsWith('person.'))).not.toContain('person.phone');
  });

  test('has an answer of some kind to every question', () => {
    const kinds = questions().flatMap(({ kind }) => (kind === 'group' || ANSWERED_BY[kind] ? [] : [kind]));
    expect(kinds).toEqual([]);
    expect(questions().filter(({ kind, codes }) => kind === 'choice' && codes.length === 0)).toEqual([]);
  });
});

describe('a Bundle that was made of an intake', () => {
  test('is read back as that intake, whatever it says', () => {
    fc.assert(
      fc.property(anyIntake(), (intake) => {
        const { intake: told, issues } = read(JSON.parse(JSON.stringify(bundleOf(intake))));
        expect(issues).toEqual([]);
        expect(told).toEqual(JSON.parse(JSON.stringify(intake)));
      }),
      { numRuns: 200 },
    );
  });

  test('makes the request that the intake itself would have made', async () => {
    const whole = aWholeIntake();
    const { number } = await submitRequest(program, read(bundleOf(whole)).intake);
    const { number: same } = await submitRequest(program, whole);
    const asOpened = async (one: string) => {
      const {
        person,
        complaint,
        redFlags,
        conservativeCare,
        imaging,
        report,
        priorSurgery,
        fitness,
        insurance,
        source,
        consents,
      } = await openRequest(theCast().coordinator, { number: one });
      return {
        person,
        complaint,
        redFlags,
        conservativeCare,
        imaging,
        report,
        priorSurgery,
        fitness,
        insurance,
        source,
        consents,
      };
    };
    expect(await asOpened(number)).toEqual(await asOpened(same));
  });
});

const NPI = 'http://hl7.org/fhir/sid/us-npi';
const BIRTH_SEX = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex';
const text = (said: string) => Buffer.from(said).toString('base64');
const bare = () => {
  const { report: _, imaging: __, ...intake } = aFullIntake();
  return intake;
};
/** The bundle of a full intake with this laid over the resource at a place. */
function changed(at: number, over: object, more: readonly Record<string, unknown>[] = []) {
  const bundle = bundleOf(bare(), more);
  return {
    ...bundle,
    entry: bundle.entry.map((entry, index) =>
      index === at ? { ...entry, resource: { ...entry.resource, ...over } } : entry,
    ),
  };
}
const [PATIENT, ORDER, RESPONSE, ENCLOSED] = [0, 1, 2, 3];

describe('an intake is told', () => {
  test.each<[string, unknown, string, unknown]>([
    [
      'by the official name before the usual one',
      changed(PATIENT, {
        name: [
          { use: 'usual', family: 'B', given: ['A'] },
          { use: 'official', family: 'Diaz', given: ['Ana', 'Maria'] },
        ],
      }),
      'person',
      { firstName: 'Ana Maria', lastName: 'Diaz' },
    ],
    [
      'by the usual name where there is no official one',
      changed(PATIENT, {
        name: [
          { use: 'old', family: 'B', given: ['A'] },
          { use: 'usual', family: 'Diaz', given: ['Ana'] },
        ],
      }),
      'person',
      { firstName: 'Ana', lastName: 'Diaz' },
    ],
    [
      'by the phone of the first rank',
      changed(PATIENT, {
        telecom: [
          { system: 'phone', value: '+13055550100', rank: 2 },
          { system: 'phone', value: '+13055550200', rank: 1 },
        ],
      }),
      'person',
      { phone: '+13055550200', secondPhone: '+13055550100' },
    ],
    [
      'by the sex at birth before the administrative one',
      changed(PATIENT, { gender: 'male', extension: [{ url: BIRTH_SEX, valueCode: 'F' }] }),
      'person',
      { sexAtBirth: 'female' },
    ],
    ['with a gender that is not known', changed(PATIENT, { gender: 'unknown' }), 'person', { sexAtBirth: 'unknown' }],
    [
      'by the preferred language',
      changed(PATIENT, {
        communication: [
          { language: { coding: [{ code: 'en' }] } },
          { language: { coding: [{ code: 'es-US' }] }, preferred: true },
        ],
      }),
      'person',
      { language: 'es' },
    ],
    [
      'in a language that is none of ours',
      changed(PATIENT, { communication: [{ language: { coding: [{ code: 'ht', display: 'Haitian Creole' }] } }] }),
      'person',
      { language: 'other', otherLanguage: 'Haitian Creole' },
    ],
    [
      'by who refers',
      changed(ORDER, { requester: { display: 'Dr. Brandt', identifier: { system: NPI, value: '1234567893' } } }),
      'source',
      { channel: 'referral', referrer: 'Dr. Brandt', referrerNpi: '1234567893' },
    ],
    [
      'by the person themselves, which is no referral',
      changed(ORDER, { requester: { reference: 'urn:uuid:the-patient', display: 'Ana' } }),
      'source',
      undefined,
    ],
    [
      'by a study',
      changed(ENCLOSED, {}, [
        {
          resourceType: 'ImagingStudy',
          status: 'available',
          modality: [{ code: 'MR' }],
          started: '2026-10-03T09:00:00-04:00',
        },
      ]),
      'imaging',
      [{ modality: 'MR', studyDate: '2026-10-03' }],
    ],
    [
      'by a plain film',
      changed(ENCLOSED, {}, [{ resourceType: 'ImagingStudy', status: 'available', modality: [{ code: 'DX' }] }]),
      'imaging',
      [{ modality: 'XR' }],
    ],
    [
      'by the conclusion of a report',
      changed(ENCLOSED, {}, [
        {
          resourceType: 'DiagnosticReport',
          status: 'final',
          conclusion: 'Stenosis.',
          issued: '2026-10-04T10:00:00Z',
          resultsInterpreter: [{ display: 'H. Albrecht' }],
        },
      ]),
      'report',
      { text: 'Stenosis.', date: '2026-10-04', radiologist: 'H. Albrecht' },
    ],
    [
      'by a report and a conclusion that it does not hold',
      changed(ENCLOSED, {}, [
        {
          resourceType: 'DiagnosticReport',
          status: 'final',
          conclusion: 'Stenosis.',
          presentedForm: [{ contentType: 'text/plain', data: text('L4-L5 — long') }],
        },
      ]),
      'report',
      { text: 'L4-L5 — long\n\nStenosis.' },
    ],
    [
      'by a document',
      changed(ENCLOSED, {}, [
        {
          resourceType: 'DocumentReference',
          status: 'current',
          content: [{ attachment: { contentType: 'text/plain; charset=utf-8', data: text('L4-L5: ñ') } }],
        },
      ]),
      'report',
      { text: 'L4-L5: ñ' },
    ],
    [
      'by a coverage',
      changed(ENCLOSED, {}, [
        {
          resourceType: 'Coverage',
          status: 'active',
          beneficiary: { reference: 'urn:uuid:the-patient' },
          payor: [{ display: 'Acme' }],
          subscriberId: 'A-1',
        },
      ]),
      'insurance',
      { payer: 'Acme', memberId: 'A-1' },
    ],
  ])('%s', async (_, bundle, part, told) => {
    const { intake, issues } = read(bundle);
    expect(issues).toEqual([]);
    if (told === undefined || Array.isArray(told)) expect(intake[part]).toEqual(told);
    else expect(intake[part]).toMatchObject(told as object);
    expect(await issuesOf(bundle)).toEqual([]);
  });

  test('and what has no place in it is named, not dropped in silence', () => {
    const bundle = changed(PATIENT, { identifier: [{ value: 'MRN-1' }], address: [{ state: 'FL', city: 'Miami' }] });
    expect(read(bundle).passed).toEqual([
      'Bundle.entry[0].resource.address[0].city',
      'Bundle.entry[0].resource.identifier',
    ]);
  });
});

/** The bundle of a full intake with these items for its answers. */
const answered = (...item: object[]) => changed(RESPONSE, { item: [{ linkId: 'consents' }, ...item] });
const complaint = (...item: object[]) =>
  answered({
    linkId: 'complaint',
    item: [{ linkId: 'complaint.region', answer: [{ valueCoding: { code: 'lumbar' } }] }, ...item],
  });
const P = 'Bundle.entry[0].resource';
const Q = 'Bundle.entry[2].resource';
const E = 'Bundle.entry[3].resource';
const without = (bundle: ReturnType<typeof bundleOf>, at: number) => ({
  ...bundle,
  entry: bundle.entry.toSpliced(at, 1),
});
const nested = (depth: number): object => ({ linkId: 'complaint', item: depth > 0 ? [nested(depth - 1)] : [] });

describe('a refusal names the element:', () => {
  test.each<[string, unknown, string]>([
    ['a resource that is no Bundle', { resourceType: 'Patient' }, 'code-invalid Bundle.resourceType'],
    ['null', null, 'structure Bundle'],
    ['a Bundle of another type', { ...bundleOf(bare()), type: 'searchset' }, 'code-invalid Bundle.type'],
    ['an empty Bundle', { ...bundleOf(bare()), entry: [] }, 'structure Bundle.entry'],
    [
      'an update',
      { ...bundleOf(bare()), entry: [{ ...bundleOf(bare()).entry[0], request: { method: 'PUT' } }] },
      'code-invalid Bundle.entry[0].request.method',
    ],
    ['no Patient', without(bundleOf(bare()), PATIENT), 'required Bundle.entry.resource.ofType(Patient)'],
    ['no ServiceRequest', without(bundleOf(bare()), ORDER), 'required Bundle.entry.resource.ofType(ServiceRequest)'],
    [
      'no QuestionnaireResponse',
      without(bundleOf(bare()), RESPONSE),
      'required Bundle.entry.resource.ofType(QuestionnaireResponse)',
    ],
    ['two Patients', bundleOf(bare(), [{ resourceType: 'Patient', name: [{}], subject: undefined }]), `structure ${E}`],
    ['a resource that nobody asked for', bundleOf(bare(), [{ resourceType: 'Observation' }]), `not-supported ${E}`],
    ['a birth without its day', changed(PATIENT, { birthDate: '1974-03' }), `value ${P}.birthDate`],
    [
      'no birth',
      changed(PATIENT, { birthDate: undefined }),
      'required Bundle.entry.resource.ofType(Patient).birthDate',
    ],
    [
      'no name that is in use',
      changed(PATIENT, { name: [{ use: 'old', family: 'A', given: ['B'] }] }),
      `required ${P}.name`,
    ],
    [
      'a name without a family',
      changed(PATIENT, { name: [{ given: ['B'] }] }),
      'required Bundle.entry.resource.ofType(Patient).name',
    ],
    [
      'a phone as it is dialled',
      changed(PATIENT, { telecom: [{ system: 'phone', value: '(305) 555-0123' }] }),
      `value ${P}.telecom[0].value`,
    ],
    ['no phone', changed(PATIENT, { telecom: [] }), 'required Bundle.entry.resource.ofType(Patient).telecom'],
    [
      'three phones',
      changed(PATIENT, { telecom: [1, 2, 3].map((n) => ({ system: 'phone', value: `+1305555010${n}` })) }),
      `business-rule ${P}.telecom[2]`,
    ],
    [
      'a pager',
      changed(PATIENT, { telecom: [{ system: 'pager', value: '1' }] }),
      `code-invalid ${P}.telecom[0].system`,
    ],
    ['a gender that is no code', changed(PATIENT, { gender: 'F' }), `code-invalid ${P}.gender`],
    ['a state in full', changed(PATIENT, { address: [{ state: 'Florida' }] }), `value ${P}.address[0].state`],
    ['an element of the Patient that is not kept', changed(PATIENT, { contact: [{}] }), `not-supported ${P}.contact`],
    [
      'an element that changes the meaning',
      changed(PATIENT, { modifierExtension: [] }),
      `not-supported ${P}.modifierExtension`,
    ],
    [
      'an urgency that nobody would act upon',
      changed(ORDER, { priority: 'stat' }),
      'code-invalid Bundle.entry[1].resource.priority',
    ],
    [
      'an order that was revoked',
      changed(ORDER, { status: 'revoked' }),
      'code-invalid Bundle.entry[1].resource.status',
    ],
    [
      'an order for somebody else',
      changed(ORDER, { subject: { reference: 'Patient/2' } }),
      'not-found Bundle.entry[1].resource.subject.reference',
    ],
    ['an order for nobody', changed(ORDER, { subject: {} }), 'not-found Bundle.entry[1].resource.subject.reference'],
    ['answers that are not finished', changed(RESPONSE, { status: 'in-progress' }), `code-invalid ${Q}.status`],
    [
      'answers to another questionnaire',
      changed(RESPONSE, { questionnaire: 'http://x/Questionnaire/phq-9' }),
      `structure ${Q}.questionnaire`,
    ],
    [
      'a question that nobody asks',
      answered({ linkId: 'shoeSize', answer: [{ valueInteger: 44 }] }),
      `not-supported ${Q}.item[1].linkId`,
    ],
    [
      'what the Patient tells, told as an answer',
      answered({ linkId: 'person', item: [{ linkId: 'person.phone', answer: [{ valueString: '+13055550123' }] }] }),
      `not-supported ${Q}.item[1].item[0].linkId`,
    ],
    [
      'an answer outside of its group',
      answered({ linkId: 'complaint.region', answer: [{ valueCoding: { code: 'lumbar' } }] }),
      `structure ${Q}.item[1]`,
    ],
    [
      'a row of care outside of its row',
      answered({ linkId: 'conservativeCare.kind', answer: [{ valueCoding: { code: 'nsaid' } }] }),
      `structure ${Q}.item[1]`,
    ],
    [
      'a code that nobody knows',
      answered({
        linkId: 'complaint',
        item: [{ linkId: 'complaint.region', answer: [{ valueCoding: { code: 'tail' } }] }],
      }),
      `code-invalid ${Q}.item[1].item[0].answer[0].valueCoding.code`,
    ],
    [
      'a red flag that is answered by a word',
      answered({ linkId: 'redFlags', item: [{ linkId: 'redFlags.CES1', answer: [{ valueString: 'yes' }] }] }),
      `structure ${Q}.item[1].item[0].answer[0]`,
    ],
    [
      'pain of eleven',
      complaint({ linkId: 'complaint.worstPain', answer: [{ valueInteger: 11 }] }),
      `value ${Q}.item[1].item[1].answer[0].valueInteger`,
    ],
    [
      'two answers',
      complaint({ linkId: 'complaint.goal', answer: [{ valueString: 'a' }, { valueString: 'b' }] }),
      `structure ${Q}.item[1].item[1].answer`,
    ],
    [
      'the same question twice',
      complaint(
        { linkId: 'complaint.goal', answer: [{ valueString: 'a' }] },
        { linkId: 'complaint.goal', answer: [{ valueString: 'b' }] },
      ),
      `duplicate ${Q}.item[1].item[2].answer[0].valueString`,
    ],
    [
      'a reason of absence that is none of ours',
      complaint({
        linkId: 'complaint.worstPain',
        answer: [{ _valueInteger: { extension: [{ ...NOT_KNOWN.extension[0], valueCode: 'masked' }] } }],
      }),
      `code-invalid ${Q}.item[1].item[1].answer[0]._valueInteger.extension[0].valueCode`,
    ],
    ['no region', answered({ linkId: 'complaint' }), `required ${Q}.item[1].item.where(linkId = 'complaint.region')`],
    [
      'no complaint',
      answered(),
      "required Bundle.entry.resource.ofType(QuestionnaireResponse).item.where(linkId = 'complaint')",
    ],
    [
      'care of no kind',
      answered(
        { linkId: 'complaint', item: [{ linkId: 'complaint.region', answer: [{ valueCoding: { code: 'si' } }] }] },
        { linkId: 'conservativeCare' },
      ),
      `required ${Q}.item[2].item.where(linkId = 'conservativeCare.kind')`,
    ],
    ['items without end', answered(nested(5_000)), `structure ${Q}.item[1].item[0].item[0].item[0].item`],
    [
      'items by the thousand',
      answered(...Array.from({ length: 5_000 }, () => ({ linkId: 'imaging' }))),
      `structure ${Q}.item`,
    ],
    [
      'a Patient that nothing names',
      {
        ...bundleOf(bare()),
        entry: bundleOf(bare()).entry.map(({ resource, request }) => ({
          resource:
            resource.resourceType === 'ServiceRequest'
              ? { ...resource, subject: { reference: 'Patient/undefined' } }
              : resource,
          request,
        })),
      },
      'not-found Bundle.entry[1].resource.subject.reference',
    ],
    [
      'a study of another kind',
      changed(ENCLOSED, {}, [{ resourceType: 'ImagingStudy', status: 'available', modality: [{ code: 'US' }] }]),
      `code-invalid ${E}.modality[0].code`,
    ],
    [
      'a study of somebody else',
      changed(ENCLOSED, {}, [
        {
          resourceType: 'ImagingStudy',
          status: 'available',
          modality: [{ code: 'MR' }],
          subject: { reference: 'Patient/9' },
        },
      ]),
      `not-found ${E}.subject.reference`,
    ],
    [
      'a report as a PDF',
      changed(ENCLOSED, {}, [
        {
          resourceType: 'DocumentReference',
          status: 'current',
          content: [{ attachment: { contentType: 'application/pdf', data: 'AAAA' } }],
        },
      ]),
      `structure ${E}.content[0].attachment.contentType`,
    ],
    [
      'a report that is no text',
      changed(ENCLOSED, {}, [
        {
          resourceType: 'DocumentReference',
          status: 'current',
          content: [{ attachment: { contentType: 'text/plain', data: '//79' } }],
        },
      ]),
      `structure ${E}.content[0].attachment.data`,
    ],
    [
      'a report without a word',
      changed(ENCLOSED, {}, [{ resourceType: 'DiagnosticReport', status: 'final' }]),
      `required ${E}.conclusion`,
    ],
    [
      'insurance of somebody else',
      changed(ENCLOSED, {}, [
        {
          resourceType: 'Coverage',
          status: 'active',
          beneficiary: { reference: 'Patient/9' },
          payor: [{ display: 'Acme' }],
        },
      ]),
      `not-found ${E}.beneficiary.reference`,
    ],
  ])('%s', async (_, bundle, issue) => {
    expect(await issuesOf(bundle)).toContain(issue);
  });
});
