import { PIECE_BYTES } from '@/lib/domain/imports';

const TRIES = 4;

/** Piece after piece, each tried again when the line breaks. `tell` hears how much has arrived, 0 to 1. Says why it gave up, or null. */
export async function sendPieces(file: File, batch: string, tell: (part: number) => void): Promise<string | null> {
  for (let nth = 0; nth * PIECE_BYTES < file.size; nth += 1) {
    const piece = file.slice(nth * PIECE_BYTES, (nth + 1) * PIECE_BYTES);
    const refused = await sendPiece(piece, batch, nth, 1);
    if (refused) return refused;
    tell(Math.min(1, ((nth + 1) * PIECE_BYTES) / file.size));
  }
  return null;
}

async function sendPiece(piece: Blob, batch: string, nth: number, time: number): Promise<string | null> {
  const answer = await fetch(`/api/imports/pieces?batch=${batch}&nth=${nth}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: piece,
  }).catch(() => null);
  if (answer?.ok) return null;
  if (answer && answer.status < 500) {
    const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string };
    return detail ?? 'The clinic refused the file.';
  }
  if (time >= TRIES) return 'The clinic could not be reached. Nothing was stored: try again.';
  await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** time));
  return sendPiece(piece, batch, nth, time + 1);
}
