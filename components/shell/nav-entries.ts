import type { StaffRole } from '@/lib/domain/permissions';

export type NavEntry = { readonly href: string; readonly words: string };

const REQUESTS = { href: '/requests', words: 'Requests' };
const REVIEW = { href: '/review', words: 'Review' };
const FOLLOW_UPS = { href: '/follow-ups', words: 'Follow-ups' };
const STATS = { href: '/stats', words: 'Stats' };
const AUDIT = { href: '/admin/audit', words: 'Audit' };
const ACTIVITY = { href: '/admin/audit', words: 'My activity' };

/** What each role comes for, first things first. */
export const NAV: Record<StaffRole, readonly NavEntry[]> = {
  coordinator: [REQUESTS, FOLLOW_UPS, STATS, ACTIVITY],
  surgeon: [REVIEW, REQUESTS, FOLLOW_UPS, STATS, ACTIVITY],
  manager: [REQUESTS, FOLLOW_UPS, STATS, AUDIT],
  admin: [{ href: '/admin/staff', words: 'Staff' }, { href: '/admin/settings', words: 'Settings' }, AUDIT, STATS],
};

/** Where a role starts. */
export const homeOf = (role: StaffRole): string => NAV[role][0]?.href ?? '/me';
