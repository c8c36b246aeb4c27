import type { Metadata } from 'next';
import { KeysScreen } from '@/components/staff/keys-screen';
import { show } from '@/lib/door/next';
import { listKeys } from '@/lib/queries/list-keys';
import { create, revoke } from './actions';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  return <KeysScreen {...(await show(listKeys))} create={create} revoke={revoke} />;
}
