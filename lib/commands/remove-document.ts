import { z } from 'zod';
import { findDocument, removeDocument as storeRemoval } from '@/db/documents';
import { addEvent } from '@/db/events';
import { findRequest, holdRequests } from '@/db/requests';
import { staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber } from '@/lib/domain/request';
import { maySeeKind, reckonMissing, wholeId } from '@/lib/door/document';
import { entry } from '@/lib/door/door';
import { line, requestNumber } from '@/lib/door/input';

/** Takes a file from sight: another person's, or sent by mistake. Its bytes and who removed it stay. */
export const removeDocument = entry({
  action: 'document.remove',
  input: z.strictObject({ number: requestNumber, documentId: z.uuid(), reason: line(500) }),
  subject: (tx, { number }) => findRequest(tx, { number }),

  async run(at, { documentId, reason }, request) {
    const { tx, actor, now } = at;
    const id = await wholeId(at, request.id);
    await holdRequests(tx, [...new Set([request.id, id])]);
    const found = await findDocument(tx, request.id, documentId);
    if (!found || !maySeeKind(actor, found.kind, request.isDecided)) refuse('not_found');
    await storeRemoval(tx, documentId, staffIdOf(actor), reason, now);
    const { after } = await reckonMissing(at, id);
    await addEvent(tx, after, actor, now, { kind: 'document_removed', reason, facts: { document: found.kind } });
    return { number: saidNumber(request.number), documentId };
  },
});
