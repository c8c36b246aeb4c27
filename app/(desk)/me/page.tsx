import type { Metadata } from 'next';
import { MeScreen } from '@/components/staff/me-screen';
import { show } from '@/lib/door/next';
import { listSessions } from '@/lib/queries/list-sessions';
import { change, end, prefer } from './actions';

export const metadata: Metadata = { title: 'Your account' };

export default async function MePage() {
  return <MeScreen {...(await show(listSessions))} changePassword={change} endSession={end} prefer={prefer} />;
}
