import { only, respond } from '@/lib/door/next';
import { pipelineStats } from '@/lib/queries/pipeline-stats';

export const GET = (request: Request) => respond(pipelineStats, request);

export const { POST, PUT, PATCH, DELETE } = only('GET');
