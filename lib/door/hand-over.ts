import 'server-only';
import type { Entry } from './door';
import { PRIVATE, problemResponse } from './next';
import { currentActor } from './session';

type File = { readonly bytes: Uint8Array; readonly fileName: string; readonly contentType: string };

/** Of an answer that is a file somebody else made: saved, never shown as a page of ours, and able to do nothing. */
export const AS_ATTACHMENT = {
  ...PRIVATE,
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/** Routes whose answer is one file. */
export async function handOver(see: Entry<File>, path: Promise<Readonly<Record<string, string>>>): Promise<Response> {
  try {
    const { bytes, fileName, contentType } = await see(await currentActor(), async () => await path);
    return new Response(Buffer.from(bytes), {
      headers: {
        ...AS_ATTACHMENT,
        'content-type': contentType === 'text/plain' ? 'text/plain; charset=utf-8' : contentType,
        'content-disposition': `attachment; filename="${fileName}"`,
        'content-length': String(bytes.byteLength),
      },
    });
  } catch (error) {
    return problemResponse(error);
  }
}
