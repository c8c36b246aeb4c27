import type { Metadata } from 'next';
import { ReviewScreen } from '@/components/review/review-screen';
import { DraftsKept } from '@/components/ui/drafts-kept';
import { show } from '@/lib/door/next';
import { openReview } from '@/lib/queries/open-review';
import { readDrafts } from '@/lib/queries/read-drafts';
import { claim, decide, move } from './actions';

export const metadata: Metadata = { title: 'Review' };

export default async function ReviewPage() {
  const review = await show(openReview);
  const { drafts } = review.inHand ? await show(readDrafts, { number: review.inHand.number }) : { drafts: [] };
  return (
    <DraftsKept drafts={drafts}>
      <ReviewScreen review={review} actions={{ claim, decide, move }} />
    </DraftsKept>
  );
}
