import { z } from 'zod';
import { transact } from '@/db/client';
import { findRequest } from '@/db/requests';
import { DOCUMENT_KINDS } from '@/lib/domain/documents';
import { may } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber } from '@/lib/domain/request';
import { keptFile, nameDocument, sentFile } from '@/lib/door/document';
import { opening } from '@/lib/door/door';
import { requestNumber } from '@/lib/door/input';

/** A report or an insurance card that came to the desk: by its bytes, at most 20 MB. The same file again is the one that stands. */
export const addDocument = opening({
  action: 'document.add',
  input: z.strictObject({ number: requestNumber, kind: z.enum(DOCUMENT_KINDS), file: sentFile }),
  async outside(actor, { number, kind, file }, _now, about) {
    const request = await transact((tx) => findRequest(tx, { number }));
    if (request) about(request.id);
    if (!request || !may(actor, 'document.add', request)) refuse('not_found');
    return keptFile(kind, file);
  },
  async run(at, { number }, kept) {
    const request = (await findRequest(at.tx, { number })) ?? refuse('not_found');
    if (!may(at.actor, 'document.add', request)) refuse('not_found');
    return { number: saidNumber(number), ...(await nameDocument(at, request.id, kept, 'staff')) };
  },
});
