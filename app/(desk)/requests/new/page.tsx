import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EntryForm } from '@/components/request/entry-form';
import { scopeOf } from '@/lib/domain/permissions';
import { show } from '@/lib/door/next';
import { readSession } from '@/lib/queries/read-session';
import { create } from './actions';

export const metadata: Metadata = { title: 'New request' };

/** The form is for who may send it; the door checks again when it is sent. */
export default async function NewRequestPage() {
  const { role } = await show(readSession);
  if (!scopeOf(role, 'request.submit')) notFound();
  return <EntryForm create={create} />;
}
