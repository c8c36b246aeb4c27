import { SIGNED } from './signing';

const TYPE = 'application/fhir+json';
const resource = (type: string) => ({
  [TYPE]: {
    schema: { type: 'object', properties: { resourceType: { const: type } }, required: ['resourceType'] },
  },
});
const read = (operationId: string, summary: string, type: string) => ({
  get: {
    operationId,
    tags: ['fhir'],
    summary,
    description: 'Open to all: it tells shapes, never a person.',
    security: [],
    responses: { 200: { description: summary, content: resource(type) } },
  },
});
const refused = (description: string) => ({ description, content: resource('OperationOutcome') });

/** A body that the address would take; a test sends it. */
export const FHIR_EXAMPLE = {
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [
    {
      fullUrl: 'urn:uuid:7d2f1c2e-5b1a-4c55-9f0e-000000000001',
      resource: {
        resourceType: 'Patient',
        name: [{ use: 'official', family: 'Delgado', given: ['Ana'] }],
        birthDate: '1974-03-02',
        gender: 'female',
        telecom: [
          { system: 'phone', value: '+13055550123' },
          { system: 'email', value: 'ana@example.com' },
        ],
        address: [{ state: 'FL', postalCode: '33101' }],
        communication: [{ language: { coding: [{ code: 'en-US' }] } }],
      },
      request: { method: 'POST', url: 'Patient' },
    },
    {
      resource: {
        resourceType: 'ServiceRequest',
        status: 'active',
        intent: 'order',
        subject: { reference: 'urn:uuid:7d2f1c2e-5b1a-4c55-9f0e-000000000001' },
        requester: { display: 'Dr. L. Brandt' },
      },
      request: { method: 'POST', url: 'ServiceRequest' },
    },
    {
      resource: {
        resourceType: 'QuestionnaireResponse',
        status: 'completed',
        subject: { reference: 'urn:uuid:7d2f1c2e-5b1a-4c55-9f0e-000000000001' },
        item: [
          { linkId: 'consents', item: [{ linkId: 'consents.review', answer: [{ valueBoolean: true }] }] },
          {
            linkId: 'complaint',
            item: [
              { linkId: 'complaint.region', answer: [{ valueCoding: { code: 'lumbar' } }] },
              { linkId: 'complaint.worstPain', answer: [{ valueInteger: 8 }] },
            ],
          },
          { linkId: 'redFlags', item: [{ linkId: 'redFlags.CES1', answer: [{ valueCoding: { code: 'no' } }] }] },
        ],
      },
      request: { method: 'POST', url: 'QuestionnaireResponse' },
    },
  ],
};

const SUBMIT = `\`request.submit\`: intake key. One Patient, one ServiceRequest and one QuestionnaireResponse make one request; ImagingStudy, one DiagnosticReport or DocumentReference with the report as text, and one Coverage may lie beside them. The linkIds are the names of the fields of \`POST /api/v1/requests\`: /api/v1/fhir/Questionnaire/mri-review lists them. An element or question that is not known is refused by name; what is understood and has no place in a request is named in the answer. Every refusal is an OperationOutcome whose \`expression\` is the FHIRPath of what to mend.`;

/** The addresses that speak FHIR R4. */
export const FHIR_PATHS = {
  '/api/v1/fhir': {
    post: {
      operationId: 'fhirSubmit',
      tags: ['fhir'],
      summary: 'Submit a request as a FHIR R4 Bundle',
      description: SUBMIT,
      security: [{ session: [] }, { intakeKey: [] }, SIGNED],
      parameters: ['IdempotencyKey', 'Origin'].map((name) => ({ $ref: `#/components/parameters/${name}` })),
      requestBody: {
        required: true,
        content: Object.fromEntries(
          [TYPE, 'application/json'].map((type) => [
            type,
            { schema: resource('Bundle')[TYPE]?.schema, example: FHIR_EXAMPLE },
          ]),
        ),
      },
      responses: {
        201: {
          description: 'The request is in; its number is the code of the first issue.',
          headers: { Location: { description: 'Where the request is', schema: { type: 'string' } } },
          content: resource('OperationOutcome'),
        },
        401: refused('Nobody who may be known: `login`'),
        403: refused('Not for this role: `forbidden`'),
        413: refused('The body is too large: `too-long`'),
        422: refused('Something is to mend: each issue names its element'),
        429: refused('Too many at once: `throttled`'),
        503: refused('Later: `transient`'),
      },
    },
  },
  '/api/v1/fhir/metadata': read('fhirMetadata', 'What this address understands', 'CapabilityStatement'),
  '/api/v1/fhir/Questionnaire/mri-review': read(
    'fhirQuestionnaire',
    'Every question, its linkId and its codes',
    'Questionnaire',
  ),
};
