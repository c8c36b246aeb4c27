import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/env';

/** Files outside the database, each under a random name of ours and encrypted: the folder alone tells nothing. */
const CIPHER = 'aes-256-gcm';
const PURPOSE = 'foramen files 1';
const MARK = Buffer.from('FORAMEN1');
const NONCE = 12;
const TAG = 16;
const NAME = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** How many folders the files lie in. */
export const DRAWERS = 256;

const key = () => Buffer.from(hkdfSync('sha256', env().filesSecret, '', PURPOSE, 32));
const root = () => join(env().dataDir, 'files');
const drawerOf = (name: string) => join(root(), name.slice(0, 2));

/** SHA-256 in hex. */
export const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Keeps the bytes and says under which name. On the disk before it answers: what names it may then be committed. */
export async function keepFile(bytes: Uint8Array): Promise<string> {
  const name = randomUUID();
  const drawer = drawerOf(name);
  await mkdir(drawer, { recursive: true, mode: 0o700 });
  const half = join(drawer, `${name}.half`);
  const handle = await open(half, 'wx', 0o600);
  try {
    await handle.writeFile(sealed(bytes, name));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(half, join(drawer, name));
  await settle(drawer);
  return name;
}

/** The bytes as they were kept, or why they are not shown: the file is gone, or not as it was written. */
export async function readKept(name: string, sha256: string): Promise<Buffer | 'gone' | 'damaged'> {
  if (!NAME.test(name)) return 'gone';
  const kept = await readFile(join(drawerOf(name), name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!kept) return 'gone';
  const bytes = opened(kept, name);
  return bytes && digestOf(bytes) === sha256 ? bytes : 'damaged';
}

/** Names in one drawer that were written before `before`, half-written ones too. */
export async function namesIn(drawer: number, before: Date): Promise<string[]> {
  const folder = join(root(), drawer.toString(16).padStart(2, '0'));
  const names = await readdir(folder).catch(() => []);
  const old = [];
  for (const name of names) {
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs < before.getTime() && NAME.test(name.replace(/\.half$/, ''))) old.push(name);
  }
  return old;
}

/** Takes away what nothing names. */
export async function dropFile(name: string): Promise<void> {
  if (NAME.test(name.replace(/\.half$/, ''))) await rm(join(drawerOf(name), name), { force: true });
}

function sealed(bytes: Uint8Array, name: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key(), nonce).setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([MARK, nonce, cipher.getAuthTag(), body]);
}

/** Null where the seal does not fit: a changed byte, another name, another key. */
function opened(kept: Buffer, name: string): Buffer | null {
  const from = MARK.length + NONCE + TAG;
  if (kept.length < from || !kept.subarray(0, MARK.length).equals(MARK)) return null;
  const nonce = kept.subarray(MARK.length, MARK.length + NONCE);
  try {
    const decipher = createDecipheriv(CIPHER, key(), nonce, { authTagLength: TAG })
      .setAAD(Buffer.from(name))
      .setAuthTag(kept.subarray(MARK.length + NONCE, from));
    return Buffer.concat([decipher.update(kept.subarray(from)), decipher.final()]);
  } catch {
    return null;
  }
}

/** A renamed file is safe once its folder is, too. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
