import { refuse } from '@/lib/domain/refusal';
import { env } from '@/lib/env';

/** No cookie-borne change from elsewhere: an absent or null Origin is refused too (ASVS 3.5.1). */
export function fromOurPages(sent: Headers): void {
  const origin = sent.get('origin');
  const isOurs =
    origin !== null ? origin === new URL(env().publicUrl).origin : sent.get('sec-fetch-site') === 'same-origin';
  if (!isOurs)
    refuse('bad_origin', `Send the header Origin: ${new URL(env().publicUrl).origin}`, [
      { path: 'Origin', message: "must be this clinic's own" },
    ]);
}
