import { z } from 'zod';
import { listDrafts } from '@/db/drafts';
import { findRequest } from '@/db/requests';
import { type KeptDraft, NEW_REQUEST } from '@/lib/domain/drafts';
import { staffIdOf } from '@/lib/domain/permissions';
import { saidNumber } from '@/lib/domain/request';
import { entry } from '@/lib/door/door';
import { draftPlace, NO_REQUEST } from '@/lib/door/draft';
import { unseal } from '@/lib/door/sealed';

/** What did I leave half-written here? One's own and nobody else's. */
export const readDrafts = entry({
  action: 'draft.read',
  input: z.strictObject({ number: draftPlace.number }),
  subject: async (tx, { number }) => (number === NEW_REQUEST ? NO_REQUEST : findRequest(tx, { number })),

  async run({ tx, actor }, { number }, { id: requestId }): Promise<{ drafts: KeptDraft[] }> {
    const staffId = staffIdOf(actor);
    const rows = await listDrafts(tx, staffId, requestId);
    return {
      drafts: rows.flatMap(({ sealed, savedAt, ...row }) => {
        const words = unseal(sealed, [staffId, requestId, row.kind, row.about]);
        const said = number === NEW_REQUEST ? number : saidNumber(number);
        // Sealed with a secret that is no longer ours: nobody can read it again.
        return words === null
          ? []
          : [{ ...row, number: said, value: JSON.parse(words), savedAt: savedAt.toISOString() }];
      }),
    };
  },
});
