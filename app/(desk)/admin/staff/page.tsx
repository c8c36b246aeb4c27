import type { Metadata } from 'next';
import { StaffScreen } from '@/components/staff/staff-screen';
import { show } from '@/lib/door/next';
import { listStaff } from '@/lib/queries/list-staff';
import * as acts from './actions';

export const metadata: Metadata = { title: 'Staff' };

export default async function StaffPage() {
  const { staff, me, now } = await show(listStaff);
  const { invite, reset, changeRole, disable, enable, endSessions } = acts;
  return (
    <StaffScreen members={staff} me={me} now={now} acts={{ invite, reset, changeRole, disable, enable, endSessions }} />
  );
}
