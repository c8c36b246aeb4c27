import type { Member, StaffActs } from './member';

export type Step = 'role' | 'link' | 'sign_out' | 'disable' | 'enable';

type StepWords = {
  readonly menu: string;
  readonly title: (member: Member) => string;
  readonly says: (member: Member) => string;
  readonly button: string;
  readonly isDestructive?: true;
  readonly act: keyof StaffActs;
};

/** Each step asks before it is done, and says what follows from it. */
export const STEPS: Record<Step, StepWords> = {
  role: {
    menu: 'Change role',
    title: ({ name }) => `Change the role of ${name}`,
    says: ({ name }) => `${name} is signed out at once and signs in again with the new role.`,
    button: 'Change role',
    act: 'changeRole',
  },
  link: {
    menu: 'New sign-in link',
    title: ({ name }) => `New sign-in link for ${name}`,
    says: ({ hasPassword }) =>
      hasPassword
        ? 'It lets them choose a new password, once, within an hour. The old password works until then.'
        : 'The invitation made before stops working; this one opens once, within 72 hours.',
    button: 'Make the link',
    act: 'reset',
  },
  sign_out: {
    menu: 'Sign out everywhere',
    title: ({ name }) => `Sign ${name} out everywhere`,
    says: () =>
      'Every browser they are signed in with is signed out at once. What is typed there and not saved may be lost.',
    button: 'Sign out',
    isDestructive: true,
    act: 'endSessions',
  },
  disable: {
    menu: 'Disable',
    title: ({ name }) => `Disable ${name}`,
    says: () => 'They are signed out at once and cannot sign in. What they wrote stays. You can enable them again.',
    button: 'Disable',
    isDestructive: true,
    act: 'disable',
  },
  enable: {
    menu: 'Enable',
    title: ({ name }) => `Enable ${name}`,
    says: () => 'They can sign in again with the password they had.',
    button: 'Enable',
    act: 'enable',
  },
};

export function stepsFor({ isActive }: Member): Step[] {
  return isActive ? ['role', 'link', 'sign_out', 'disable'] : ['enable'];
}
