import { addDocument } from '@/lib/commands/add-document';
import { only } from '@/lib/door/next';
import { receiveFile } from '@/lib/door/upload';

type Context = { params: Promise<{ number: string }> };

/** One file and its kind, as a form of the page sends them. */
export const POST = (request: Request, { params }: Context) => receiveFile(addDocument, request, params);

export const { GET, PUT, PATCH, DELETE } = only('POST');
