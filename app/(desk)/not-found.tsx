import { NothingHere } from '@/components/shell/nothing-here';

/** One answer for what does not exist and what this role may not see. */
export default function NotFound() {
  return <NothingHere />;
}
