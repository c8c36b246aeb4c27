import type { Metadata } from 'next';
import { ImportsScreen } from '@/components/import/imports-screen';
import { show } from '@/lib/door/next';
import { listImports } from '@/lib/queries/list-imports';
import { begin, end } from './actions';

export const metadata: Metadata = { title: 'Import' };

export default async function ImportsPage() {
  return <ImportsScreen {...(await show(listImports))} acts={{ begin, end }} />;
}
