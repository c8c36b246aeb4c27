import type { Metadata } from 'next';
import { RequestScreen } from '@/components/request/request-screen';
import { show } from '@/lib/door/next';
import { openRequest } from '@/lib/queries/open-request';
import { assign, complete, correct, log, move, note, schedule, tag } from './actions';

type At = { readonly params: Promise<{ number: string }> };

/** The number alone: a title is kept in histories and shown in task bars. */
export async function generateMetadata({ params }: At): Promise<Metadata> {
  return { title: (await params).number };
}

export default async function RequestPage({ params }: At) {
  const { number } = await params;
  const request = await show(openRequest, { number });
  return (
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
  );
}
