import type { Metadata } from 'next';
import { RequestScreen } from '@/components/request/request-screen';
import { DraftsKept } from '@/components/ui/drafts-kept';
import { show } from '@/lib/door/next';
import { openRequest } from '@/lib/queries/open-request';
import { readDrafts } from '@/lib/queries/read-drafts';
import { assign, complete, correct, log, move, note, schedule, tag } from './actions';

type At = { readonly params: Promise<{ number: string }> };

/** The number alone: a title is kept in histories and shown in task bars. */
export async function generateMetadata({ params }: At): Promise<Metadata> {
  return { title: (await params).number };
}

export default async function RequestPage({ params }: At) {
  const { number } = await params;
  const request = await show(openRequest, { number });
  const { drafts } = await show(readDrafts, { number });
  return (
    <DraftsKept drafts={drafts}>
      <RequestScreen
        key={request.id}
        request={request}
        acts={{
          move,
          assign,
          tag,
          correct,
          writeNote: note,
          logContact: log,
          scheduleFollowUp: schedule,
          completeFollowUp: complete,
        }}
      />
    </DraftsKept>
  );
}
