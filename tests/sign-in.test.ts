import { beforeAll, describe, expect, it } from 'vitest';
import { changePassword } from '@/lib/commands/change-password';
import { disableStaff } from '@/lib/commands/disable-staff';
import { endSession } from '@/lib/commands/end-session';
import { redeemLink } from '@/lib/commands/redeem-link';
import { resetStaff } from '@/lib/commands/reset-staff';
import type { Actor } from '@/lib/domain/permissions';
import { pathBack } from '@/lib/domain/sign-in';
import { sessionHolder } from '@/lib/door/session';
import { listSessions } from '@/lib/queries/list-sessions';
import { sql, useDatabase } from './house/database';
import { aPerson, nobody } from './house/people';
import { aMember, GOOD_PASSWORD, outcomeOf, signedIn, signIn } from './house/staff';

useDatabase();
let admin: Actor;
beforeAll(async () => {
  admin = await aPerson('admin');
});
const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1_000);

describe('signing in', () => {
  it('opens a session for the right password, however the e-mail is typed', async () => {
    const { email, staffId } = await aMember(admin, 'coordinator');
    for (const typed of [email, ` ${email.toUpperCase()} `, email.replace('@', '\uff20')])
      expect((await signIn({ email: typed, password: GOOD_PASSWORD })).staffId).toBe(staffId);
  });

  it('takes a password composed in another way for the same', async () => {
    const { email } = await aMember(admin, 'manager', 'cafe\u0301 orbit walnut kettle');
    expect(await outcomeOf(signIn({ email, password: 'caf\u00e9 orbit walnut kettle' }))).toBe('done');
  });

  it('answers the same to a wrong password, no account, an unused invitation and a disabled account', async () => {
    const { email } = await aMember(admin, 'manager');
    const disabled = await aMember(admin, 'manager');
    await disableStaff(admin, { staffId: disabled.staffId });
    const invited = await aPerson('surgeon');
    const [row] = await sql<{ email: string }>('select email from staff where id = $1', [invited.id]);
    const answers = await Promise.all(
      [
        { email, password: 'wrong' },
        { email: 'nobody@clinic.example', password: 'wrong' },
        { email: row?.email ?? '', password: '' },
        disabled,
      ].map((typed) => signIn(typed).catch((error) => `${error.code} ${error.detail}`)),
    );
    expect(new Set(answers)).toEqual(new Set(['unauthenticated The e-mail address or the password is wrong.']));
  });

  it('takes as long for no account as for a wrong password', async () => {
    const { email } = await aMember(admin, 'manager');
    const time = async (typed: string, round: number) => {
      const begun = performance.now();
      await outcomeOf(signIn({ email: typed, password: 'wrong password', address: `198.51.100.${round}` }));
      return performance.now() - begun;
    };
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 15; round += 1) {
      times.known.push(await time(email, round));
      times.unknown.push(await time('nobody2@clinic.example', round));
    }
    // The fastest of each: a busy machine only adds. Leaving the hash out would take most of the time away.
    const [known, unknown] = [Math.min(...times.known), Math.min(...times.unknown)];
    expect(Math.abs(known - unknown)).toBeLessThan(Math.max(known, unknown) / 2);
  });

  it('is audited, done and refused, with whom it was about', async () => {
    const { email, staffId } = await aMember(admin, 'manager');
    await outcomeOf(signIn({ email, password: 'wrong' }));
    await signIn({ email, password: GOOD_PASSWORD });
    const rows = await sql("select outcome from audit where action = 'session.open' and subject_id = $1 order by seq", [
      staffId,
    ]);
    expect(rows).toEqual([{ outcome: 'unauthenticated' }, { outcome: 'done' }]);
  });
});

describe('guessing', () => {
  it('is slowed after five failures, longer each time, up to a minute, and a wait is over by itself', async () => {
    const { email } = await aMember(admin, 'coordinator');
    let now = new Date();
    for (let round = 0; round < 5; round += 1)
      expect(await outcomeOf(signIn({ email, password: 'wrong' }, now))).toBe('unauthenticated');
    const waits: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      const refused = await signIn({ email, password: GOOD_PASSWORD }, now).catch((error) => error);
      expect(refused.code).toBe('too_many');
      waits.push(refused.current.retryAfter);
      now = later(now, refused.current.retryAfter);
      await outcomeOf(signIn({ email, password: 'wrong' }, now));
    }
    expect(waits).toEqual([4, 8, 16, 32, 60, 60, 60]);
    now = later(now, 60);
    expect(await outcomeOf(signIn({ email, password: GOOD_PASSWORD }, now))).toBe('done');
    expect(await outcomeOf(signIn({ email, password: 'wrong' }, now))).toBe('unauthenticated');
  });

  it('does not count the tries that had to wait', async () => {
    const { email } = await aMember(admin, 'coordinator');
    const now = new Date();
    for (let round = 0; round < 30; round += 1) await outcomeOf(signIn({ email, password: 'wrong' }, now));
    expect(await outcomeOf(signIn({ email, password: GOOD_PASSWORD }, later(now, 5)))).toBe('done');
  });

  it('from one address does not keep the owner out at another', async () => {
    const { email } = await aMember(admin, 'coordinator');
    for (let round = 0; round < 30; round += 1)
      await outcomeOf(signIn({ email, password: 'wrong', address: '203.0.113.9' }));
    expect(await outcomeOf(signIn({ email, password: GOOD_PASSWORD }))).toBe('done');
  });

  it('from many addresses does not hold the owner out where they have signed in before', async () => {
    const { email } = await aMember(admin, 'coordinator');
    await signIn({ email, password: GOOD_PASSWORD, address: '192.0.2.7' });
    const now = new Date();
    const attack = (round: number) => signIn({ email, password: 'wrong', address: `203.0.113.${round}` }, now);
    for (let round = 0; round < 55; round += 1) await outcomeOf(attack(round));
    expect(await outcomeOf(attack(60))).toBe('too_many');
    expect(await outcomeOf(signIn({ email, password: GOOD_PASSWORD, address: '192.0.2.8' }, now))).toBe('too_many');
    expect(await outcomeOf(signIn({ email, password: GOOD_PASSWORD, address: '192.0.2.7' }, now))).toBe('done');
  });

  it('is counted one by one, however many come at once', async () => {
    const { email } = await aMember(admin, 'coordinator');
    const now = new Date();
    const tries = await Promise.all(
      Array.from({ length: 40 }, () => outcomeOf(signIn({ email, password: 'wrong' }, now))),
    );
    expect(tries.filter((one) => one === 'unauthenticated')).toHaveLength(5);
    expect(tries.filter((one) => one === 'too_many')).toHaveLength(35);
  });

  it('of the current password is slowed as well', async () => {
    const me = await signedIn(await aMember(admin, 'surgeon'));
    const tries = [];
    for (let round = 0; round < 7; round += 1)
      tries.push(await outcomeOf(changePassword(me, { current: 'wrong', password: 'plum harbor violet stone' })));
    expect(tries).toEqual([...Array(5).fill('invalid'), 'too_many', 'too_many']);
  });
});

describe('a session', () => {
  it('ends after fifteen idle minutes, and after twelve hours however busy', async () => {
    const begun = new Date();
    const { sessionId } = await signIn(await aMember(admin, 'coordinator'), begun);
    const is = async (at: number) => (await sessionHolder(sessionId, later(begun, at * 60))).role;
    expect(await is(14)).toBe('coordinator');
    expect(await is(28)).toBe('coordinator');
    expect(await is(28 + 15)).toBe('public');
    const busy = await signIn(await aMember(admin, 'manager'), begun);
    for (let at = 10; at < 720; at += 10)
      expect((await sessionHolder(busy.sessionId, later(begun, at * 60))).role).toBe('manager');
    expect((await sessionHolder(busy.sessionId, later(begun, 720 * 60))).role).toBe('public');
  });

  it('is not prolonged by a page that only refreshes itself', async () => {
    const begun = new Date();
    const { sessionId } = await signIn(await aMember(admin, 'coordinator'), begun);
    for (let at = 1; at < 15; at += 1) await sessionHolder(sessionId, later(begun, at * 60), true);
    expect((await sessionHolder(sessionId, later(begun, 15 * 60))).role).toBe('public');
  });

  it('takes the place of the one before it in the same browser', async () => {
    const member = await aMember(admin, 'coordinator');
    const first = await signedIn(member);
    const { openSession } = await import('@/lib/commands/open-session');
    await openSession(first, { email: member.email, password: GOOD_PASSWORD, address: null, device: null });
    expect((await sessionHolder(first.sessionId ?? '', new Date())).role).toBe('public');
  });

  it('is ended by its owner: one, or all but the one in use', async () => {
    const member = await aMember(admin, 'coordinator');
    const [here, there, elsewhere] = [await signedIn(member), await signedIn(member), await signedIn(member)];
    const open = async () => (await listSessions(here, {})).sessions.map(({ id }) => id).sort();
    await endSession(here, { staffId: here.id, which: there.sessionId });
    expect(await open()).toEqual([here.sessionId, elsewhere.sessionId].sort());
    await endSession(here, { staffId: here.id, which: 'all' });
    expect(await open()).toEqual([here.sessionId]);
  });

  it('of somebody else is none of a coordinator\u2019s business, and an admin\u2019s', async () => {
    const [one, other] = [
      await signedIn(await aMember(admin, 'coordinator')),
      await signedIn(await aMember(admin, 'coordinator')),
    ];
    expect(await outcomeOf(endSession(one, { staffId: other.id, which: 'all' }))).toBe('not_found');
    expect(await outcomeOf(endSession(admin, { staffId: other.id, which: 'all' }))).toBe('done');
    expect((await sessionHolder(other.sessionId ?? '', new Date())).role).toBe('public');
  });
});

describe('changing the password', () => {
  it('ends every other session and keeps this one', async () => {
    const member = await aMember(admin, 'surgeon');
    const [here, there] = [await signedIn(member), await signedIn(member)];
    await changePassword(here, { current: GOOD_PASSWORD, password: 'plum harbor violet stone' });
    expect((await sessionHolder(here.sessionId ?? '', new Date())).role).toBe('surgeon');
    expect((await sessionHolder(there.sessionId ?? '', new Date())).role).toBe('public');
    expect(await outcomeOf(signIn(member))).toBe('unauthenticated');
    expect(await outcomeOf(signIn({ ...member, password: 'plum harbor violet stone' }))).toBe('done');
  });

  it('is nobody else’s to do, whatever is sent along', async () => {
    const [me, other] = [await aMember(admin, 'coordinator'), await aMember(admin, 'admin')];
    const proof = { kind: 'right', member: { id: other.staffId, email: other.email, name: 'x' } };
    for (const current of ['x', GOOD_PASSWORD]) {
      const asked = changePassword(await signedIn(me), { current, password: 'plum harbor violet stone', proof });
      expect(await outcomeOf(asked)).toBe('invalid');
    }
    expect(await outcomeOf(signIn(other))).toBe('done');
    expect(await outcomeOf(signIn(me))).toBe('done');
  });

  it('loses to a link that set it anew meanwhile', async () => {
    const member = await aMember(admin, 'surgeon');
    const me = await signedIn(member);
    const { token } = await resetStaff(admin, { staffId: member.staffId });
    const [fresh, late] = ['stone harbor violet plum', 'plum harbor violet stone'];
    await Promise.all([
      outcomeOf(changePassword(me, { current: GOOD_PASSWORD, password: late })),
      redeemLink(nobody, { token, password: fresh }),
    ]);
    expect(await outcomeOf(signIn({ ...member, password: fresh }))).toBe('done');
    expect(await outcomeOf(signIn({ ...member, password: late }))).toBe('unauthenticated');
    expect((await sessionHolder(me.sessionId ?? '', new Date())).role).toBe('public');
  });

  it.each(['short', 'password1234', 'aaaaaaaaaaaaaa', '123456789012', 'surgeon surgeon', 'x'.repeat(257)])(
    'refuses %s and names the field',
    async (password) => {
      const me = await signedIn(await aMember(admin, 'surgeon'));
      const refused = await changePassword(me, { current: GOOD_PASSWORD, password }).catch((error) => error);
      expect(refused.code).toBe('invalid');
      expect(refused.fields[0].path).toBe('password');
    },
  );
});

describe('the way back after signing in', () => {
  it.each([
    ['/requests?view=all', '/requests?view=all'],
    ['/requests?q=Ana+Delgado&view=all', '/requests?view=all'],
    ['/requests?q=Ana', '/requests'],
    ['/requests?view=all&%71=Ana', '/requests?view=all'],
    ['//evil.example', undefined],
    ['/\\evil.example', undefined],
    ['https://evil.example', undefined],
    ['/sign-in', undefined],
    ['/api/v1/requests', undefined],
    ['/\n/evil.example', undefined],
    [undefined, undefined],
  ])('%j leads to %j', (from, to) => {
    expect(pathBack(from)).toBe(to);
  });
});
