import { and, eq, gt, lt } from 'drizzle-orm';
import type { Tx } from './client';
import { forms } from './schema/form';

type NewForm = {
  readonly tokenHash: string;
  readonly language: 'en' | 'es';
  readonly begunAt: Date;
  readonly endsAt: Date;
};

export async function addForm(tx: Tx, form: NewForm) {
  await tx.insert(forms).values({ ...form, keptAt: form.begunAt });
}

/** A form that has not ended. */
export async function findForm(tx: Tx, tokenHash: string, now: Date) {
  const [row] = await tx
    .select()
    .from(forms)
    .where(and(eq(forms.tokenHash, tokenHash), gt(forms.endsAt, now)));
  return row;
}

/** The same, held until the transaction ends: two windows are heard one after the other. */
export async function holdForm(tx: Tx, tokenHash: string, now: Date) {
  const [row] = await tx
    .select()
    .from(forms)
    .where(and(eq(forms.tokenHash, tokenHash), gt(forms.endsAt, now)))
    .for('update');
  return row;
}

type Kept = Partial<Pick<typeof forms.$inferInsert, 'answers' | 'language' | 'keptAt' | 'sentAt' | 'requestId'>>;

export async function storeForm(tx: Tx, id: string, kept: Kept) {
  await tx.update(forms).set(kept).where(eq(forms.id, id));
}

export async function forgetForms(tx: Tx, now: Date) {
  await tx.delete(forms).where(lt(forms.endsAt, now));
}
