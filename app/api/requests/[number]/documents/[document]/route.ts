import { handOver } from '@/lib/door/hand-over';
import { only } from '@/lib/door/next';
import { readDocument } from '@/lib/queries/read-document';

type Context = { params: Promise<{ number: string; document: string }> };

export const GET = (_request: Request, { params }: Context) => handOver(readDocument, params);

export const { POST, PUT, PATCH, DELETE } = only('GET');
