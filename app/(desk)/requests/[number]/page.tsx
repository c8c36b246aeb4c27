import type { Metadata } from 'next';
import { RequestScreen } from '@/components/request/request-screen';
import { DraftsKept } from '@/components/ui/drafts-kept';
import { show } from '@/lib/door/next';
import { listDuplicates } from '@/lib/queries/list-duplicates';
import { openRequest } from '@/lib/queries/open-request';
import { readDrafts } from '@/lib/queries/read-drafts';
import {
  acknowledge,
  assign,
  complete,
  correct,
  dismiss,
  log,
  move,
  note,
  raise,
  remind,
  removeFile,
  schedule,
  tag,
  unmerge,
} from './actions';

type At = { readonly params: Promise<{ number: string }> };

/** The number alone: a title is kept in histories and shown in task bars. */
export async function generateMetadata({ params }: At): Promise<Metadata> {
  return { title: (await params).number };
}

export default async function RequestPage({ params }: At) {
  const { number } = await params;
  const request = await show(openRequest, { number });
  const [{ drafts }, { alike }] = await Promise.all([show(readDrafts, { number }), show(listDuplicates, { number })]);
  return (
    <DraftsKept drafts={drafts}>
      <RequestScreen
        key={request.id}
        request={request}
        alike={alike}
        acts={{
          move,
          assign,
          tag,
          acknowledge,
          raise,
          remind,
          correct,
          writeNote: note,
          logContact: log,
          scheduleFollowUp: schedule,
          completeFollowUp: complete,
          unmerge,
          dismiss,
          removeFile,
        }}
      />
    </DraftsKept>
  );
}
