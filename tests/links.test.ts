import { beforeAll, describe, expect, it, vi } from 'vitest';
import { disableStaff } from '@/lib/commands/disable-staff';
import { inviteStaff } from '@/lib/commands/invite-staff';
import { redeemLink } from '@/lib/commands/redeem-link';
import { resetStaff } from '@/lib/commands/reset-staff';
import type { Actor } from '@/lib/domain/permissions';
import { sessionHolder } from '@/lib/door/session';
import { isSetUp, printSetUpLink } from '@/lib/door/set-up';
import { openLink } from '@/lib/queries/open-link';
import { sql, useDatabase } from './house/database';
import { nobody } from './house/people';
import { aMember, GOOD_PASSWORD, outcomeOf, signedIn, signIn } from './house/staff';

useDatabase();
let admin: Actor;
const HOUR = 3_600_000;
const after = (milliseconds: number) => ({ now: new Date(Date.now() + milliseconds) });

/** The link that a start prints. */
async function printed(): Promise<string> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await printSetUpLink(new Date());
  const said = log.mock.calls.flat().join('\n');
  log.mockRestore();
  return /token=([\w-]+)/.exec(said)?.[1] ?? '';
}
const first = (token: string, one = 0) =>
  redeemLink(nobody, { token, name: `Ada ${one}`, email: `ada${one}@clinic.example`, password: GOOD_PASSWORD });

describe('the set-up link', () => {
  it('expires after half an hour, and a restart ends the older one', async () => {
    expect(await isSetUp()).toBe(false);
    const older = await printed();
    const token = await printed();
    expect(token.length).toBeGreaterThanOrEqual(22);
    expect(await outcomeOf(openLink(nobody, { token: older }))).toBe('gone');
    expect(await outcomeOf(openLink(nobody, { token }, after(HOUR / 2 + 1)))).toBe('gone');
    expect(await outcomeOf(openLink(nobody, { token }))).toBe('done');
    expect(await outcomeOf(redeemLink(nobody, { token, password: GOOD_PASSWORD }))).toBe('incomplete');
  });

  it('makes one admin, though fifty claim it at once', async () => {
    const token = await printed();
    const claims = await Promise.all(Array.from({ length: 50 }, (_, one) => outcomeOf(first(token, one))));
    expect(claims.filter((one) => one === 'done')).toHaveLength(1);
    expect(claims.filter((one) => one === 'gone')).toHaveLength(49);
    expect(await sql('select role from staff')).toEqual([{ role: 'admin' }]);
    expect(await isSetUp()).toBe(true);
    expect(await printed()).toBe('');
  });
});

describe('an invitation', () => {
  beforeAll(async () => {
    const [row] = await sql<{ email: string }>('select email from staff');
    admin = await signedIn({ email: row?.email ?? '', password: GOOD_PASSWORD });
  });
  const invite = (name: string) => inviteStaff(admin, { name, email: `${name}@clinic.example`, role: 'surgeon' });

  it('says for whom it is, sets the password once, and is kept as a hash only', async () => {
    const { token } = await invite('ines');
    expect(await openLink(nobody, { token })).toMatchObject({ kind: 'invite', email: 'ines@clinic.example' });
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => outcomeOf(redeemLink(nobody, { token, password: GOOD_PASSWORD }))),
    );
    expect(claims.filter((one) => one === 'done')).toHaveLength(1);
    expect((await signedIn({ email: 'ines@clinic.example', password: GOOD_PASSWORD })).role).toBe('surgeon');
    const rows = await sql<{ said: string }>('select staff_link::text as said from staff_link');
    expect(rows.some(({ said }) => said.includes(token))).toBe(false);
  });

  it('lasts three days, and its renewal ends it', async () => {
    const { token, staffId } = await invite('late');
    expect(await outcomeOf(openLink(nobody, { token }, after(71 * HOUR)))).toBe('done');
    expect(await outcomeOf(redeemLink(nobody, { token, password: GOOD_PASSWORD }, after(72 * HOUR + 1)))).toBe('gone');
    await resetStaff(admin, { staffId });
    expect(await outcomeOf(redeemLink(nobody, { token, password: GOOD_PASSWORD }))).toBe('gone');
  });

  it('survives a password that is refused', async () => {
    const { token } = await invite('patience');
    expect(await outcomeOf(redeemLink(nobody, { token, password: 'patience1234' }))).toBe('invalid');
    expect(await outcomeOf(redeemLink(nobody, { token, password: GOOD_PASSWORD }))).toBe('done');
  });

  it('does not open for somebody disabled meanwhile', async () => {
    const { token, staffId } = await invite('gone');
    await disableStaff(admin, { staffId });
    expect(await outcomeOf(openLink(nobody, { token }))).toBe('gone');
    expect(await outcomeOf(redeemLink(nobody, { token, password: GOOD_PASSWORD }))).toBe('gone');
  });
});

describe('a reset', () => {
  it('lasts an hour; used, it ends all sessions and the old password', async () => {
    const member = await aMember(admin, 'coordinator');
    const actor = await signedIn(member);
    const { token } = await resetStaff(admin, { staffId: member.staffId });
    expect(await outcomeOf(signIn(member))).toBe('done');
    expect(await outcomeOf(openLink(nobody, { token }, after(HOUR + 1)))).toBe('gone');
    await redeemLink(nobody, { token, password: 'plum harbor violet stone' });
    expect((await sessionHolder(actor.sessionId ?? '', new Date())).role).toBe('public');
    expect(await outcomeOf(signIn(member))).toBe('unauthenticated');
  });
});
