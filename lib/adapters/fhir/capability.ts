import { RESOURCES } from './bundle';

/** What this address understands, as FHIR R4 asks every server to say. */
export function capabilityStatement(base: string) {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-23',
    kind: 'instance',
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'application/json'],
    software: { name: 'Foramen' },
    implementation: { description: 'Requests for an MRI review, in', url: base },
    rest: [
      {
        mode: 'server',
        documentation: `A Bundle (transaction, batch or collection) of one Patient, one ServiceRequest and one QuestionnaireResponse to ${base}/Questionnaire/mri-review makes one request; ${RESOURCES.slice(3).join(', ')} may lie beside them. Nothing is read back. Every refusal is an OperationOutcome that names the element.`,
        security: { description: 'An intake key, sent as Authorization: Bearer, or signing by X-Foramen-Signature.' },
        interaction: [{ code: 'transaction' }],
        resource: [{ type: 'Questionnaire', interaction: [{ code: 'read' }] }],
      },
    ],
  };
}
