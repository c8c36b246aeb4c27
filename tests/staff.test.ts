import { beforeAll, describe, expect, it } from 'vitest';
import { changeStaffRole } from '@/lib/commands/change-staff-role';
import { disableStaff } from '@/lib/commands/disable-staff';
import { enableStaff } from '@/lib/commands/enable-staff';
import { inviteStaff } from '@/lib/commands/invite-staff';
import { resetStaff } from '@/lib/commands/reset-staff';
import type { Actor } from '@/lib/domain/permissions';
import { sessionHolder } from '@/lib/door/session';
import { listStaff } from '@/lib/queries/list-staff';
import { readAudit } from '@/lib/queries/read-audit';
import { sql, useDatabase } from './house/database';
import { aPerson } from './house/people';
import { aRequest } from './house/requests';
import { aMember, outcomeOf, signedIn, signIn } from './house/staff';

useDatabase();
let admin: Actor & { id: string };
beforeAll(async () => {
  admin = await aPerson('admin', 'Ada');
});
const roleOf = async (actor: Actor) => (await sessionHolder(actor.sessionId ?? '', new Date())).role;

describe('an admin', () => {
  it('disables somebody: out at once, and cannot come back in until enabled', async () => {
    const member = await aMember(admin, 'coordinator');
    const actor = await signedIn(member);
    await disableStaff(admin, { staffId: member.staffId });
    expect(await roleOf(actor)).toBe('public');
    expect(await outcomeOf(signIn(member))).toBe('unauthenticated');
    await enableStaff(admin, { staffId: member.staffId });
    expect(await roleOf(actor)).toBe('public');
    expect(await outcomeOf(signIn(member))).toBe('done');
  });

  it('changes a role: the old one ends at once', async () => {
    const member = await aMember(admin, 'coordinator');
    const actor = await signedIn(member);
    await changeStaffRole(admin, { staffId: member.staffId, role: 'surgeon' });
    expect(await roleOf(actor)).toBe('public');
    expect((await signedIn(member)).role).toBe('surgeon');
  });

  it('does none of it to oneself', async () => {
    await aMember(admin, 'admin');
    const me = { staffId: admin.id };
    const attempts = [
      disableStaff(admin, me),
      enableStaff(admin, me),
      resetStaff(admin, me),
      changeStaffRole(admin, { ...me, role: 'manager' }),
    ];
    expect(await Promise.all(attempts.map(outcomeOf))).toEqual(Array(4).fill('not_found'));
  });

  it('invites nobody twice, in whatever spelling', async () => {
    await inviteStaff(admin, { name: 'Once', email: 'once@clinic.example', role: 'manager' });
    for (const email of [
      'once@clinic.example',
      'ONCE@CLINIC.EXAMPLE',
      ' once@clinic.example ',
      'once\uff20clinic.example',
      '\uff4fnce@clinic.example',
    ])
      expect(await outcomeOf(inviteStaff(admin, { name: 'Twice', email, role: 'manager' }))).toBe('conflict');
    for (const email of ['\u043ence@clinic.example', 'a@b.example,c@d.example', 'once'])
      expect(await outcomeOf(inviteStaff(admin, { name: 'Look-alike', email, role: 'manager' }))).toBe('invalid');
  });

  it('sees who is there and when they were last at work', async () => {
    const member = await aMember(admin, 'manager');
    const found = async () => (await listStaff(admin, {})).staff.find(({ id }) => id === member.staffId);
    expect((await found())?.lastSeenAt).toBeNull();
    await signIn(member);
    expect((await found())?.lastSeenAt).not.toBeNull();
  });
});

describe('the last admin', () => {
  it('stays, though all admins take each other\u2019s role at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      await sql("update staff set is_active = false where role = 'admin'");
      const two = [await aPerson('admin'), await aPerson('admin')] as const;
      const attempts = await Promise.all([
        outcomeOf(changeStaffRole(two[0], { staffId: two[1].id, role: 'manager' })),
        outcomeOf(disableStaff(two[1], { staffId: two[0].id })),
      ]);
      expect(attempts.sort()).toEqual(['done', 'illegal_move']);
      expect(await sql("select 1 from staff where role = 'admin' and is_active")).toHaveLength(1);
    }
    await sql('update staff set is_active = true where id = $1', [admin.id]);
  });
});

describe('everybody else', () => {
  it.each(['coordinator', 'surgeon', 'manager'] as const)('a %s may do nothing of this', async (role) => {
    const actor = await aPerson(role);
    const staffId = admin.id;
    const attempts = [
      listStaff(actor, {}),
      inviteStaff(actor, { name: 'x', email: 'x@clinic.example', role: 'admin' }),
      resetStaff(actor, { staffId }),
      disableStaff(actor, { staffId }),
      enableStaff(actor, { staffId }),
      changeStaffRole(actor, { staffId: actor.id, role: 'admin' }),
    ];
    expect(await Promise.all(attempts.map(outcomeOf))).toEqual(Array(6).fill('forbidden'));
  });
});

describe('the audit', () => {
  it('shows managers all, admins ids only, everybody else their own', async () => {
    const [coordinator, manager] = [await aPerson('coordinator', 'Cora'), await aPerson('manager', 'Mia')];
    const number = await aRequest();
    const { openRequest } = await import('@/lib/queries/open-request');
    await openRequest(coordinator, { number });
    const rows = async (actor: Actor, asked = {}) =>
      (await readAudit(actor, { action: 'request.open', ...asked })).rows;
    expect(await rows(manager)).toMatchObject([{ actorName: 'Cora', number, outcome: 'done' }]);
    const [seen] = await rows(admin);
    expect(seen).toMatchObject({ actorId: coordinator.id, actorName: null, number: null });
    expect(seen?.subjectId).toEqual(expect.any(String));
    expect(await rows(coordinator)).toHaveLength(1);
    expect(await rows(await aPerson('surgeon'))).toHaveLength(0);
    expect(await rows(await aPerson('coordinator'), { actor: coordinator.id })).toHaveLength(0);
    expect(await outcomeOf(readAudit(admin, { number }))).toBe('invalid');
  });

  it('does not tell a surgeon whether what was refused exists', async () => {
    const surgeon = await aPerson('surgeon');
    const number = await aRequest();
    const { openRequest } = await import('@/lib/queries/open-request');
    expect(await outcomeOf(openRequest(surgeon, { number }))).toBe('not_found');
    const [row] = (await readAudit(surgeon, { action: 'request.open' })).rows;
    expect(row).toMatchObject({ outcome: 'not_found', subjectId: null, number: null });
  });

  it('of some days holds those days, both ends included', async () => {
    const manager = await aPerson('manager');
    for (const day of ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'])
      await outcomeOf(listStaff(manager, {}, { now: new Date(`${day}T17:00:00Z`) }));
    const days = async (asked: object) =>
      (await readAudit(manager, { actor: manager.id, action: 'staff.list', ...asked })).rows.map(({ at }) =>
        at.slice(8, 10),
      );
    expect(await days({ from: '2026-03-02', to: '2026-03-03' })).toEqual(['03', '02']);
    expect(await days({ to: '2026-03-01' })).toEqual(['01']);
    expect(await days({ from: '2026-03-04' })).toEqual(['04']);
    expect(await days({ to: '2025-12-31' })).toEqual([]);
    expect(await days({ from: '2026-03-05', to: '2026-03-06' })).toEqual([]);
  });

  it('pages without a gap or a repeat', async () => {
    const manager = await aPerson('manager');
    for (let round = 0; round < 120; round += 1) await outcomeOf(listStaff(manager, {}));
    const seqs: number[] = [];
    let before: number | undefined;
    for (;;) {
      const page = await readAudit(manager, { actor: manager.id, action: 'staff.list', before });
      seqs.push(...page.rows.map(({ seq }) => seq));
      if (page.nextBefore === null) break;
      before = page.nextBefore;
    }
    expect(seqs).toHaveLength(120);
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => b - a));
  });
});
