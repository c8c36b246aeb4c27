import { and, desc, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from './client';
import { formerSecrets, intakeKeys, staff } from './schema/staff';

type Proven = { readonly id: string; readonly name: string };
/** A secret as it is kept: its hash, its first characters and, of one that signs, itself under seal. */
export type SecretRow = { readonly keyHash: string; readonly hint: string; readonly signing: Buffer | null };

const stands = (now: Date): SQL | undefined =>
  and(isNull(intakeKeys.revokedAt), or(isNull(intakeKeys.expiresAt), gt(intakeKeys.expiresAt, now)));

const found = { id: intakeKeys.id, name: intakeKeys.name, lastUsedAt: intakeKeys.lastUsedAt };
const foundFormer = { id: formerSecrets.id, lastUsedAt: formerSecrets.lastUsedAt };

/** The key that is sent with a request, by the hash of its secret or of a former one whose time is not over. Notes its use. */
export async function findKey(tx: Tx, keyHash: string, now: Date): Promise<Proven | undefined> {
  const [present] = await tx
    .select({ key: found })
    .from(intakeKeys)
    .where(and(eq(intakeKeys.keyHash, keyHash), isNull(intakeKeys.signing), stands(now)));
  const [former] = present
    ? []
    : await tx
        .select({ key: found, former: foundFormer })
        .from(formerSecrets)
        .innerJoin(intakeKeys, eq(intakeKeys.id, formerSecrets.keyId))
        .where(
          and(
            eq(formerSecrets.keyHash, keyHash),
            isNull(formerSecrets.signing),
            gt(formerSecrets.endsAt, now),
            stands(now),
          ),
        );
  const key = present?.key ?? former?.key;
  if (!key) return undefined;
  await noteUse(tx, { key, former: former?.former }, now);
  return { id: key.id, name: key.name };
}

type Used = { readonly id: string; readonly lastUsedAt: Date | null };
export type Signer = {
  readonly key: Used & Proven;
  /** The present one first. */
  readonly secrets: readonly { readonly row: SecretRow; readonly former?: Used }[];
};

/** A key that signs, with every secret it may sign by now. */
export async function findSigner(tx: Tx, id: string, now: Date): Promise<Signer | undefined> {
  const rows = await tx
    .select({
      key: found,
      row: { keyHash: intakeKeys.keyHash, hint: intakeKeys.hint, signing: intakeKeys.signing },
      former: { ...foundFormer },
      formerRow: { keyHash: formerSecrets.keyHash, hint: formerSecrets.hint, signing: formerSecrets.signing },
    })
    .from(intakeKeys)
    .leftJoin(formerSecrets, and(eq(formerSecrets.keyId, intakeKeys.id), gt(formerSecrets.endsAt, now)))
    .where(and(eq(intakeKeys.id, id), stands(now)));
  const [first] = rows;
  if (!first?.row.signing) return undefined;
  const formers = rows.flatMap(({ former, formerRow }) => (former && formerRow ? [{ row: formerRow, former }] : []));
  return { key: first.key, secrets: [{ row: first.row }, ...formers] };
}

/** Of the key, and of the former secret it was proven by: an admin sees whether somebody still needs that one. */
export async function noteUse(tx: Tx, { key, former }: { key: Used; former?: Used }, now: Date) {
  if (isDue(key, now)) await noteIn(tx, intakeKeys, key.id, now);
  if (former && isDue(former, now)) await noteIn(tx, formerSecrets, former.id, now);
}

const MINUTE = 60_000;
const isDue = ({ lastUsedAt }: Used, now: Date) => !lastUsedAt || now.getTime() - lastUsedAt.getTime() > MINUTE;

/** Nobody waits for it: whoever finds the row held leaves it to who holds it. */
async function noteIn(tx: Tx, table: typeof intakeKeys | typeof formerSecrets, id: string, now: Date) {
  const at = sql`${now.toISOString()}::timestamptz`;
  await tx.execute(sql`
    update ${table} set last_used_at = ${at} where id in (
      select id from ${table} where id = ${id} and (last_used_at is null or last_used_at < ${at} - interval '1 minute')
      for no key update skip locked)`);
}

/** What the requests sent with a key must come by, and what the clinic calls that program. */
export async function sourceOfKey(tx: Tx, id: string | null) {
  if (!id) return undefined;
  const [row] = await tx
    .select({ channel: intakeKeys.sourceChannel, label: intakeKeys.sourceLabel })
    .from(intakeKeys)
    .where(eq(intakeKeys.id, id));
  return row;
}

type NewKey = SecretRow &
  Pick<
    typeof intakeKeys.$inferInsert,
    'name' | 'createdBy' | 'createdAt' | 'expiresAt' | 'sourceChannel' | 'sourceLabel'
  >;
export async function addKey(tx: Tx, key: NewKey): Promise<string> {
  const [row] = await tx.insert(intakeKeys).values(key).returning({ id: intakeKeys.id });
  if (!row) throw new Error('an insert returned no row');
  return row.id;
}

/** A key that still opens, held until the transaction ends. */
export async function holdKey(tx: Tx, id: string, now: Date) {
  const [row] = await tx
    .select({ id: intakeKeys.id, keyHash: intakeKeys.keyHash, hint: intakeKeys.hint, signing: intakeKeys.signing })
    .from(intakeKeys)
    .where(and(eq(intakeKeys.id, id), stands(now)))
    .for('no key update');
  return row;
}

type Rotation = { readonly by: string; readonly at: Date; readonly endsAt: Date };

/** The key is proven by `next` from now on; what it was proven by before stays good until `endsAt`, nothing older for longer. */
export async function storeSecret(tx: Tx, before: SecretRow & { id: string }, next: SecretRow, rotation: Rotation) {
  const { id: keyId, keyHash, hint, signing } = before;
  await tx
    .update(formerSecrets)
    .set({ endsAt: rotation.endsAt })
    .where(and(eq(formerSecrets.keyId, keyId), gt(formerSecrets.endsAt, rotation.endsAt)));
  await tx.update(intakeKeys).set(next).where(eq(intakeKeys.id, keyId));
  await tx.insert(formerSecrets).values({
    keyId,
    keyHash,
    hint,
    signing,
    rotatedBy: rotation.by,
    rotatedAt: rotation.at,
    endsAt: rotation.endsAt,
  });
}

export async function revokeKeyRow(tx: Tx, id: string, at: Date): Promise<boolean> {
  const revoked = await tx
    .update(intakeKeys)
    .set({ revokedAt: at })
    .where(and(eq(intakeKeys.id, id), isNull(intakeKeys.revokedAt)))
    .returning({ id: intakeKeys.id });
  return revoked.length > 0;
}

export function listKeys(tx: Tx) {
  return tx
    .select({
      id: intakeKeys.id,
      name: intakeKeys.name,
      hint: intakeKeys.hint,
      createdByName: staff.name,
      createdAt: intakeKeys.createdAt,
      lastUsedAt: intakeKeys.lastUsedAt,
      revokedAt: intakeKeys.revokedAt,
      expiresAt: intakeKeys.expiresAt,
      channel: intakeKeys.sourceChannel,
      label: intakeKeys.sourceLabel,
      isSigning: sql<boolean>`${intakeKeys.signing} is not null`,
    })
    .from(intakeKeys)
    .leftJoin(staff, eq(staff.id, intakeKeys.createdBy))
    .orderBy(desc(intakeKeys.createdAt));
}

/** Former secrets that still open, the last to end first. */
export function listFormerSecrets(tx: Tx, now: Date) {
  return tx
    .select({
      keyId: formerSecrets.keyId,
      hint: formerSecrets.hint,
      endsAt: formerSecrets.endsAt,
      lastUsedAt: formerSecrets.lastUsedAt,
    })
    .from(formerSecrets)
    .where(gt(formerSecrets.endsAt, now))
    .orderBy(desc(formerSecrets.endsAt));
}
