import type { Metadata } from 'next';
import { ImportScreen } from '@/components/import/import-screen';
import { Refused } from '@/components/ui/refused';
import { look } from '@/lib/door/next';
import { openImport } from '@/lib/queries/open-import';
import { check, drop, store, undo } from '../actions';

export const metadata: Metadata = { title: 'Import' };
type Props = {
  readonly params: Promise<{ batch: string }>;
  readonly searchParams: Promise<{ after?: string; again?: string }>;
};

export default async function ImportPage({ params, searchParams }: Props) {
  const { batch } = await params;
  const { after, again } = await searchParams;
  const shown = await look(openImport, { batchId: batch, after });
  if (!shown.ok)
    return <Refused title="No such file" problem={shown.problem} home="/import" homeWords="Show all files" />;
  return (
    <ImportScreen
      shown={shown.answer}
      after={Number(after ?? 0)}
      isAgain={again !== undefined}
      acts={{ check, store, undo, drop }}
    />
  );
}
