import 'server-only';
import { env } from '@/lib/env';

/** A slow mail server holds up one of these, not the others, and no connection to the database. */
const AT_ONCE = 4;

type Round = { readonly goesOn: boolean };

/** Sends what waits, a few at a time, until nothing does or the server cannot be reached. Without one nothing goes out, and what was lost on the way is still found. */
export async function deliver(next: () => Promise<Round>): Promise<void> {
  await Promise.all(Array.from({ length: env().mail ? AT_ONCE : 1 }, () => one(next)));
}

async function one(next: () => Promise<Round>): Promise<void> {
  for (let round: Round = { goesOn: true }; round.goesOn; ) round = await next();
}
