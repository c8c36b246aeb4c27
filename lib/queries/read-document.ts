import { z } from 'zod';
import { transact } from '@/db/client';
import { findDocument } from '@/db/documents';
import { findRequest } from '@/db/requests';
import { readKept } from '@/lib/adapters/files';
import { fileNameFor } from '@/lib/domain/documents';
import { may } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber } from '@/lib/domain/request';
import { maySeeKind, refuseDamaged } from '@/lib/door/document';
import { opening } from '@/lib/door/door';
import { requestNumber } from '@/lib/door/input';

/** The bytes of one file as they were sent, under a name of ours. One that is not as it was kept is never shown. */
export const readDocument = opening({
  action: 'document.read',
  input: z.strictObject({ number: requestNumber, document: z.uuid() }),
  async outside(actor, { number, document }, _now, about) {
    const [request, found] = await transact(async (tx) => {
      const request = await findRequest(tx, { number });
      return [request, request && (await findDocument(tx, request.id, document))] as const;
    });
    if (request) about(request.id);
    if (!request || !found || !may(actor, 'document.read', request)) refuse('not_found');
    if (!maySeeKind(actor, found.kind, request.isDecided)) refuse('not_found');
    const bytes = await readKept(found.name, found.sha256);
    if (typeof bytes === 'string') refuseDamaged(found.id, bytes);
    const fileName = fileNameFor(saidNumber(number), found.kind, found.contentType, found.id);
    return { bytes, fileName, contentType: found.contentType };
  },
  async run({ tx, actor }, { number }, found) {
    const request = await findRequest(tx, { number });
    if (!request || !may(actor, 'document.read', request)) refuse('not_found');
    return found;
  },
});
