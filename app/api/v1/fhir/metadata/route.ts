import { capability, onlyInFhir } from '@/lib/door/fhir';

export const dynamic = 'force-dynamic';

/** Open to all: it tells shapes, never a person. */
export const GET = () => capability();

export const { POST, PUT, PATCH, DELETE } = onlyInFhir('GET');
