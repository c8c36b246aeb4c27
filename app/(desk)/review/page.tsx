import type { Metadata } from 'next';
import { ReviewScreen } from '@/components/review/review-screen';
import { DraftsKept } from '@/components/ui/drafts-kept';
import { show } from '@/lib/door/next';
import { listDuplicates } from '@/lib/queries/list-duplicates';
import { openReview } from '@/lib/queries/open-review';
import { readDrafts } from '@/lib/queries/read-drafts';
import { claim, decide, move } from './actions';

export const metadata: Metadata = { title: 'Review' };

export default async function ReviewPage() {
  const review = await show(openReview);
  const at = review.inHand && { number: review.inHand.number };
  const [{ drafts }, { alike }] = at
    ? await Promise.all([show(readDrafts, at), show(listDuplicates, at)])
    : [{ drafts: [] }, { alike: [] }];
  return (
    <DraftsKept drafts={drafts}>
      <ReviewScreen review={review} alike={alike} actions={{ claim, decide, move }} />
    </DraftsKept>
  );
}
