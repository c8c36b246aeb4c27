import { LinkButton } from '@/components/ui/link-button';
import { NothingPage } from '@/components/ui/nothing';

/** One answer for what does not exist and what this role may not see. */
export default function NotFound() {
  return (
    <NothingPage
      title="There is nothing here for you"
      act={<LinkButton href="/requests?view=all">All requests</LinkButton>}
    >
      <p>The address may be mistyped, its filter unknown or its page of an older list; or it is not yours to open.</p>
    </NothingPage>
  );
}
