import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { homeOf } from '@/components/shell/nav-entries';
import { Sheet, Soft } from '@/components/sign-in/sheet';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import type { StaffRole } from '@/lib/domain/permissions';
import { pathBack } from '@/lib/domain/sign-in';
import { aboutDesk } from '@/lib/door/next';
import { currentActor } from '@/lib/door/session';

export const metadata: Metadata = { title: 'Sign in' };

const DEMO = {
  password: 'foramen-demo',
  accounts: [
    { email: 'coordinator@demo.clinic', words: 'Coordinator' },
    { email: 'surgeon@demo.clinic', words: 'Surgeon' },
    { email: 'surgeon2@demo.clinic', words: 'Surgeon 2' },
    { email: 'manager@demo.clinic', words: 'Manager' },
    { email: 'admin@demo.clinic', words: 'Admin' },
  ],
};

type Props = { searchParams: Promise<{ from?: string | string[] }> };

/** Who is in already goes on to where they came from, or to where their role begins. */
export default async function SignInPage({ searchParams }: Props) {
  const { from: asked } = await searchParams;
  const from = pathBack(typeof asked === 'string' ? asked : undefined);
  const { sessionId, role } = await currentActor();
  if (sessionId) redirect(from ?? homeOf(role as StaffRole));
  const { isDemo } = aboutDesk();
  return (
    <Sheet title="Sign in" isDemo={isDemo}>
      <Soft>{from ? 'You are signed out. Sign in to go on where you were.' : 'For staff of this clinic.'}</Soft>
      <SignInForm from={from} demo={isDemo ? DEMO : undefined} />
    </Sheet>
  );
}
