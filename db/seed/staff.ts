import { createHash } from 'node:crypto';
import type { StaffRole } from '@/lib/domain/permissions';
import type { Chance } from './chance';

export const DEMO_PASSWORD = 'foramen-demo';
const DEMO_INTAKE_KEY = 'foramen-demo-intake';

export type Member = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly createdAt: Date;
};

const TEAM: readonly (readonly [string, string, StaffRole])[] = [
  ['coordinator', 'Maria Osei', 'coordinator'],
  ['coordinator2', 'Tomás Herrera', 'coordinator'],
  ['coordinator3', 'Denise Walker', 'coordinator'],
  ['coordinator4', 'Priya Raman', 'coordinator'],
  ['surgeon', 'Dr. Helen Lin', 'surgeon'],
  ['surgeon2', 'Dr. Kwame Boateng', 'surgeon'],
  ['surgeon3', 'Dr. Anders Holm', 'surgeon'],
  ['surgeon4', 'Dr. Sofia Marchetti', 'surgeon'],
  ['manager', 'Jo Lindgren', 'manager'],
  ['admin', 'Sam Whitfield', 'admin'],
];

/** The house opened a little before its first request. */
export function team(chance: Chance, opened: Date) {
  const members = TEAM.map(
    ([login, name, role]): Member => ({
      id: chance.id(opened),
      email: `${login}@demo.clinic`,
      name,
      role,
      createdAt: opened,
    }),
  );
  const only = (role: StaffRole) => members.filter((member) => member.role === role);
  const [manager, admin] = [...only('manager'), ...only('admin')] as [Member, Member];
  return { members, coordinators: only('coordinator'), surgeons: only('surgeon'), manager, admin };
}
export type Team = ReturnType<typeof team>;

export function intakeKey(chance: Chance, admin: Member) {
  return {
    id: chance.id(admin.createdAt),
    name: 'Partner website',
    hint: DEMO_INTAKE_KEY.slice(0, 8),
    createdBy: admin.id,
    createdAt: admin.createdAt,
    keyHash: createHash('sha256').update(DEMO_INTAKE_KEY).digest('hex'),
  };
}
