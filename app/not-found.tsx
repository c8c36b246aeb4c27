import { LinkButton } from '@/components/ui/link-button';
import { NothingPage } from '@/components/ui/nothing';

export default function NotFound() {
  return (
    <main>
      <NothingPage title="There is nothing at this address" act={<LinkButton href="/">Go to the desk</LinkButton>}>
        <p>It may be mistyped, or gone, or not yours to open.</p>
      </NothingPage>
    </main>
  );
}
