import { PageWaiting } from '@/components/ui/page-waiting';

export default function Loading() {
  return <PageWaiting />;
}
