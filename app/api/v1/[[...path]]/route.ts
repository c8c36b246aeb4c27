import { REFUSAL_TITLES, Refusal } from '@/lib/domain/refusal';
import { problemResponse } from '@/lib/door/next';

/** An address that nothing answers at. */
const nothing = () => problemResponse(new Refusal('not_found', REFUSAL_TITLES.not_found));

export const GET = nothing;
export const POST = nothing;
export const PUT = nothing;
export const PATCH = nothing;
export const DELETE = nothing;
