import { z } from 'zod';
import { aside } from './elements';
import { readCoverage, readDocument, readReport, readStudy } from './enclosures';
import { readOrder } from './order';
import { readPatient } from './patient';
import type { Question } from './questions';
import { newReading, type Reading, shaped } from './reading';
import { readResponse } from './response';

const MOST_ENTRIES = 50;
const bundle = z.strictObject({
  resourceType: z.literal('Bundle'),
  id: aside,
  meta: aside,
  identifier: aside,
  timestamp: aside,
  type: z.enum(['transaction', 'collection', 'batch']),
  entry: z
    .array(
      z.strictObject({
        id: aside,
        fullUrl: z.string().optional(),
        link: aside,
        resource: z.looseObject({ resourceType: z.string(), id: z.string().optional() }),
        request: z.looseObject({ method: z.literal('POST') }).optional(),
      }),
    )
    .min(1, 'holds nothing')
    .max(MOST_ENTRIES, `holds at most ${MOST_ENTRIES} resources`),
});
type Entry = z.output<typeof bundle>['entry'][number];
type Read = (reading: Reading, said: unknown, place: string, asked: readonly Question[]) => void;

/** What is read, in this order: what the questionnaire says itself comes before what follows from a resource. */
const READERS: Readonly<Record<string, Read>> = {
  Patient: readPatient,
  QuestionnaireResponse: readResponse,
  ServiceRequest: readOrder,
  ImagingStudy: readStudy,
  DiagnosticReport: readReport,
  DocumentReference: readDocument,
  Coverage: readCoverage,
};
export const RESOURCES = Object.keys(READERS);
const ONCE = ['Patient', 'ServiceRequest', 'QuestionnaireResponse'];

/** An intake out of a Bundle of one Patient, one ServiceRequest and one QuestionnaireResponse, and what may lie beside them. */
export function readBundle(said: unknown, asked: readonly Question[]): Reading {
  const reading = newReading();
  const told = shaped(reading, bundle, said, 'Bundle');
  if (!told) return reading;
  const entries = told.entry.map((entry, at) => ({ ...entry, place: `Bundle.entry[${at}].resource` }));
  for (const { resource, place } of entries)
    if (!READERS[resource.resourceType])
      reading.issues.push({
        code: 'not-supported',
        path: place,
        message: `${resource.resourceType.slice(0, 60)} is not taken; this desk takes ${RESOURCES.join(', ')}`,
      });
  for (const type of ONCE)
    needOne(
      reading,
      type,
      entries.filter(({ resource }) => resource.resourceType === type),
    );
  const patient = entries.find(({ resource }) => resource.resourceType === 'Patient');
  for (const type of RESOURCES)
    for (const { resource, place } of entries.filter((one) => one.resource.resourceType === type)) {
      READERS[type]?.(reading, resource, place, asked);
      if (patient) refuseStranger(reading, resource, place, patient);
    }
  return reading;
}

function needOne(reading: Reading, type: string, found: readonly { readonly place: string }[]) {
  if (found.length === 0)
    reading.issues.push({
      code: 'required',
      path: `Bundle.entry.resource.ofType(${type})`,
      message: `one ${type} is needed`,
    });
  for (const { place } of found.slice(1))
    reading.issues.push({ code: 'structure', path: place, message: `is one too many: one ${type} makes one request` });
}

/** Nothing of another person may come into this one's file. */
function refuseStranger(reading: Reading, resource: Entry['resource'], place: string, patient: Entry) {
  const { subject, beneficiary } = resource as Record<string, { reference?: unknown } | undefined>;
  const element = beneficiary ? 'beneficiary' : 'subject';
  const named = (beneficiary ?? subject)?.reference;
  const { fullUrl, resource: ours } = patient;
  const names = [fullUrl, ours.id && `Patient/${ours.id}`].filter(Boolean);
  if ((beneficiary ?? subject) && !names.includes(String(named)))
    reading.issues.push({
      code: 'not-found',
      path: `${place}.${element}.reference`,
      message: 'must be the fullUrl or the id of the Patient in this Bundle',
    });
}
