import type { Metadata } from 'next';
import { MailCounts } from '@/components/mail/mail-counts';
import { KeysScreen } from '@/components/staff/keys-screen';
import { show } from '@/lib/door/next';
import { countMail } from '@/lib/queries/count-mail';
import { listKeys } from '@/lib/queries/list-keys';
import { create, revoke, rotate } from './actions';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const [keys, mail] = await Promise.all([show(listKeys), show(countMail)]);
  return (
    <KeysScreen {...keys} create={create} rotate={rotate} revoke={revoke}>
      <MailCounts mail={mail} />
    </KeysScreen>
  );
}
