import type { Metadata } from 'next';
import { type AuditAsked, AuditScreen } from '@/components/staff/audit-screen';
import { Refused } from '@/components/ui/refused';
import { look } from '@/lib/door/next';
import { readAudit } from '@/lib/queries/read-audit';

export const metadata: Metadata = { title: 'Audit' };
type Props = { searchParams: Promise<Record<string, string>> };

export default async function AuditPage({ searchParams }: Props) {
  // A form sends its empty fields too.
  const asked: AuditAsked = Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== ''));
  const read = await look(readAudit, asked);
  if (!read.ok)
    return <Refused problem={read.problem} asked={asked} home="/admin/audit" homeWords="Show the whole audit" />;
  const { rows, nextBefore } = read.answer;
  return <AuditScreen rows={rows} nextBefore={nextBefore} asked={asked} />;
}
