'use client';
import { useClinic } from '@/components/ui/clinic';
import { LinkButton } from '@/components/ui/link-button';
import { NothingPage } from '@/components/ui/nothing';
import { NAV } from './nav-entries';

export function NothingHere() {
  const home = NAV[useClinic().me.role][0];
  return (
    <NothingPage
      title="There is nothing here for you"
      act={home && <LinkButton href={home.href}>Go to {home.words}</LinkButton>}
    >
      <p>The address may be mistyped, its filter unknown or its page of an older list; or it is not yours to open.</p>
    </NothingPage>
  );
}
