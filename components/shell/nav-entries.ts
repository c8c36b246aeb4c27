import type { StaffRole } from '@/lib/domain/permissions';

export type NavIcon = 'list' | 'clock' | 'scan' | 'bars' | 'log' | 'people' | 'gear' | 'letter' | 'tray';
export type NavEntry = { readonly href: string; readonly words: string; readonly icon: NavIcon };

const REQUESTS: NavEntry = { href: '/requests', words: 'Requests', icon: 'list' };
const REVIEW: NavEntry = { href: '/review', words: 'Review', icon: 'scan' };
const FOLLOW_UPS: NavEntry = { href: '/follow-ups', words: 'Follow-ups', icon: 'clock' };
const MAIL: NavEntry = { href: '/mail', words: 'Mail', icon: 'letter' };
const IMPORT: NavEntry = { href: '/import', words: 'Import', icon: 'tray' };
const STATS: NavEntry = { href: '/stats', words: 'Stats', icon: 'bars' };
const AUDIT: NavEntry = { href: '/admin/audit', words: 'Audit', icon: 'log' };
const ACTIVITY: NavEntry = { href: '/admin/audit', words: 'My activity', icon: 'log' };
const STAFF: NavEntry = { href: '/admin/staff', words: 'Staff', icon: 'people' };
const SETTINGS: NavEntry = { href: '/admin/settings', words: 'Settings', icon: 'gear' };

/** What each role comes for, first things first. */
export const NAV: Record<StaffRole, readonly NavEntry[]> = {
  coordinator: [REQUESTS, FOLLOW_UPS, IMPORT, MAIL, STATS, ACTIVITY],
  surgeon: [REVIEW, REQUESTS, FOLLOW_UPS, STATS, ACTIVITY],
  manager: [REQUESTS, FOLLOW_UPS, IMPORT, MAIL, STATS, AUDIT],
  admin: [STAFF, SETTINGS, AUDIT, STATS],
};

/** Where a role starts. */
export const homeOf = (role: StaffRole): string => NAV[role][0]?.href ?? '/me';
