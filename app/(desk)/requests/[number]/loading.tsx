import { RequestWaiting } from '@/components/request/request-waiting';

export default function Loading() {
  return <RequestWaiting />;
}
