import type { Metadata } from 'next';
import { EntryForm } from '@/components/request/entry-form';
import { create } from './actions';

export const metadata: Metadata = { title: 'New request' };

export default function NewRequestPage() {
  return <EntryForm create={create} />;
}
