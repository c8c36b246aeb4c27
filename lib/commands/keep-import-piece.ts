import { z } from 'zod';
import { keepPiece } from '@/db/import-pieces';
import { changeImport, holdImport } from '@/db/imports';
import { MOST_BYTES, PIECE_BYTES } from '@/lib/domain/imports';
import { refuse } from '@/lib/domain/refusal';
import { opening } from '@/lib/door/door';

/** One piece of an announced file, the first being 0. Only by who announced it. Told in the audit by the first word and the last. */
export const keepImportPiece = opening({
  action: 'import.upload',
  input: z.strictObject({
    batch: z.uuid(),
    nth: z.coerce
      .number()
      .int()
      .min(0)
      .max(MOST_BYTES / PIECE_BYTES),
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length > 0, 'must not be empty'),
  }),
  isQuiet: true,

  async run({ tx, actor, now }, { batch, nth, bytes }) {
    const found = await holdImport(tx, batch);
    if (!found || found.createdBy !== actor.id || found.state !== 'uploading') refuse('not_found');
    await keepPiece(tx, batch, nth, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    await changeImport(tx, batch, {}, now);
    return { nth };
  },
});
