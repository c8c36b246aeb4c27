import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PasswordForm } from '@/components/sign-in/password-form';
import { Sheet, Soft } from '@/components/sign-in/sheet';
import { show } from '@/lib/door/next';
import { openLink } from '@/lib/queries/open-link';
import { redeem } from './actions';

export const metadata: Metadata = { title: 'Set up' };
type Props = { searchParams: Promise<{ token?: string }> };

export default async function SetUpPage({ searchParams }: Props) {
  const { token = '' } = await searchParams;
  const { kind } = await show(openLink, { token });
  if (kind !== 'set_up') notFound();
  return (
    <Sheet title="Set up this clinic">
      <Soft>
        You become the first administrator: you invite the others and give them their roles. You see no patient data.
      </Soft>
      <PasswordForm token={token} email={null} redeem={redeem} words="Create the administrator" />
    </Sheet>
  );
}
