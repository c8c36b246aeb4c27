import { keepImportPiece } from '@/lib/commands/keep-import-piece';
import { PIECE_BYTES } from '@/lib/domain/imports';
import { only } from '@/lib/door/next';
import { receive } from '@/lib/door/receive';

/** A piece of a file that was announced: what stands before a desk takes bodies of some megabytes, and no more. */
export const POST = (request: Request) => receive(keepImportPiece, request, PIECE_BYTES);

export const { GET, PUT, PATCH, DELETE } = only('POST');
