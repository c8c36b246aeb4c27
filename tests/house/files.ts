import { beginImport } from '@/lib/commands/begin-import';
import { checkImport } from '@/lib/commands/check-import';
import { checkImportRows } from '@/lib/commands/check-import-rows';
import { endImport } from '@/lib/commands/end-import';
import { findImportWork } from '@/lib/commands/find-import-work';
import { keepImportPiece } from '@/lib/commands/keep-import-piece';
import { readImportFile } from '@/lib/commands/read-import-file';
import { storeImport } from '@/lib/commands/store-import';
import { storeImportRows } from '@/lib/commands/store-import-rows';
import { undoImportRows } from '@/lib/commands/undo-import-rows';
import { PIECE_BYTES } from '@/lib/domain/imports';
import type { Actor } from '@/lib/domain/permissions';
import { openImport } from '@/lib/queries/open-import';
import { theHouse } from './people';

/** By the way a page sends it, in pieces. */
export async function upload(actor: Actor, bytes: Buffer | string, source = 'Spring fair') {
  const whole = Buffer.from(bytes);
  const { batchId } = await beginImport(actor, { source, fileName: 'people.csv', bytes: whole.length });
  for (let nth = 0; nth * PIECE_BYTES < whole.length; nth += 1)
    await keepImportPiece(actor, {
      batch: batchId,
      nth,
      bytes: whole.subarray(nth * PIECE_BYTES, (nth + 1) * PIECE_BYTES),
    });
  return endImport(actor, { batchId, bytes: whole.length });
}

const STEPS = {
  reading: readImportFile,
  checking: checkImportRows,
  storing: storeImportRows,
  undoing: undoImportRows,
} as const;

/** What the house does on its own, `most` steps of it; how many there were. */
export async function work(most = 1_000): Promise<number> {
  for (let steps = 0; steps < most; steps += 1) {
    const next = await findImportWork(theHouse, {});
    if (!next || !(await STEPS[next.state](theHouse, { batchId: next.batchId })).isWorked) return steps;
  }
  return most;
}

/** Uploaded, read, mapped as suggested, and checked. */
export async function aCheckedFile(actor: Actor, bytes: Buffer | string, source = 'Spring fair'): Promise<string> {
  const { batchId } = await upload(actor, bytes, source);
  await work();
  await checkAsSuggested(actor, batchId);
  return batchId;
}

export async function checkAsSuggested(actor: Actor, batchId: string) {
  const { fields, days } = await openImport(actor, { batchId });
  await checkImport(actor, { batchId, fields, days: days ?? 'mdy' });
  await work();
}

export async function aStoredFile(actor: Actor, bytes: Buffer | string, source = 'Spring fair'): Promise<string> {
  const batchId = await aCheckedFile(actor, bytes, source);
  await storeImport(actor, { batchId, takes: 'all' });
  await work();
  return batchId;
}

export const stateOf = async (actor: Actor, batchId: string) => (await openImport(actor, { batchId })).batch;
