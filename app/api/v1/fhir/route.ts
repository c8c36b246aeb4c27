import { submitRequest } from '@/lib/commands/submit-request';
import { onlyInFhir, respondInFhir } from '@/lib/door/fhir';

export const POST = (request: Request) => respondInFhir(submitRequest, request);

export const { GET, PUT, PATCH, DELETE } = onlyInFhir('POST');
