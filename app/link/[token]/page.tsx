import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PasswordForm } from '@/components/sign-in/password-form';
import { Sheet, Soft } from '@/components/sign-in/sheet';
import { show } from '@/lib/door/next';
import { openLink } from '@/lib/queries/open-link';
import { redeem } from './actions';

export const metadata: Metadata = { title: 'Choose a password' };
type Props = { params: Promise<{ token: string }> };

export default async function LinkPage({ params }: Props) {
  const { token } = await params;
  const { kind, email, name } = await show(openLink, { token });
  if (kind === 'set_up') notFound();
  return (
    <Sheet title={kind === 'invite' ? `Welcome, ${name}` : 'Choose a new password'}>
      <Soft>{kind === 'invite' ? 'Choose a password to begin.' : 'You are then signed out everywhere else.'}</Soft>
      <PasswordForm token={token} email={email} redeem={redeem} words="Save and sign in" />
    </Sheet>
  );
}
