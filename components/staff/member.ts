import type { Action } from '@/components/ui/use-save';
import type { StaffRole } from '@/lib/domain/permissions';

export type Member = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly isActive: boolean;
  /** Not yet: the invitation was not used. */
  readonly hasPassword: boolean;
  readonly lastSeenAt: string | null;
  readonly createdAt: string;
};

export type GivenLink = { readonly token: string; readonly expiresAt: string };

/** The commands this page may give. */
export type StaffActs = {
  readonly invite: Action<GivenLink>;
  readonly reset: Action<GivenLink>;
  readonly changeRole: Action<unknown>;
  readonly disable: Action<unknown>;
  readonly enable: Action<unknown>;
  readonly endSessions: Action<unknown>;
};

export const ROLE_WORDS: Record<StaffRole, string> = {
  coordinator: 'Coordinator',
  surgeon: 'Surgeon',
  manager: 'Manager',
  admin: 'Admin',
};
export const ROLE_CHOICES = Object.entries(ROLE_WORDS).map(([value, label]) => ({ value, label }));

export function linkOf({ token }: GivenLink): string {
  return `${window.location.origin}/link/${token}`;
}
