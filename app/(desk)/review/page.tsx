import type { Metadata } from 'next';
import { ReviewScreen } from '@/components/review/review-screen';
import { show } from '@/lib/door/next';
import { openReview } from '@/lib/queries/open-review';
import { claim, decide, move } from './actions';

export const metadata: Metadata = { title: 'Review' };

export default async function ReviewPage() {
  return <ReviewScreen review={await show(openReview)} actions={{ claim, decide, move }} />;
}
