import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EntryForm } from '@/components/request/entry-form';
import { DraftsKept } from '@/components/ui/drafts-kept';
import { NEW_REQUEST } from '@/lib/domain/drafts';
import { scopeOf } from '@/lib/domain/permissions';
import { show } from '@/lib/door/next';
import { readDrafts } from '@/lib/queries/read-drafts';
import { readSession } from '@/lib/queries/read-session';
import { create } from './actions';

export const metadata: Metadata = { title: 'New request' };

/** The form is for who may send it; the door checks again when it is sent. */
export default async function NewRequestPage() {
  const { role } = await show(readSession);
  if (!scopeOf(role, 'request.submit')) notFound();
  const { drafts } = await show(readDrafts, { number: NEW_REQUEST });
  return (
    <DraftsKept drafts={drafts}>
      <EntryForm create={create} />
    </DraftsKept>
  );
}
