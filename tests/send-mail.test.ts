import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { correctRequest } from '@/lib/commands/correct-request';
import { leaveMail } from '@/lib/commands/leave-mail';
import { resendMail } from '@/lib/commands/resend-mail';
import { undoChange } from '@/lib/commands/undo-change';
import { openStatus } from '@/lib/queries/open-status';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { aDeadPort, aMutePort, MailServer, type Manners, useMailServer, useNoMailServer } from './house/mail-server';
import { mailsOf, minutes, nothingWaits, postAll, somebodyWillingAt, theMail, willing } from './house/mails';
import { nobody } from './house/people';
import { aRequestIn, inDays, move, theRow } from './house/requests';
import { outcomeOf } from './house/standing';

useDatabase();
beforeAll(gatherCast);
beforeEach(nothingWaits);

let server: MailServer | undefined;
const aServer = async (manners?: Manners) => {
  server = await new MailServer(manners).open();
  return server;
};
afterEach(async () => {
  await server?.close();
  server = undefined;
  useNoMailServer();
});

test('a receipt goes out once, from the clinic, to its person, saying that a machine wrote it', async () => {
  const { received } = await aServer();
  const { number, address } = await somebodyWillingAt();
  await postAll();
  await postAll();
  expect(received).toHaveLength(1);
  const [letter] = received;
  const mail = await theMail(number);
  expect([letter?.to, mail.state, mail.message_id]).toEqual([address, 'sent', `<${mail.id}@127.0.0.1>`]);
  for (const line of [
    'From: "Institute, Inc." <desk@clinic.example>',
    'Subject: We received your request',
    'Auto-Submitted: auto-generated',
    `Message-ID: ${mail.message_id}`,
    `Its number is ${number}.`,
  ])
    expect(letter?.text).toContain(line);
});

test('its link opens the page of that person, and is kept nowhere in the house', async () => {
  const { received } = await aServer();
  const { number } = await somebodyWillingAt();
  await postAll();
  // Long lines travel folded.
  const [, token = ''] = /\/status\/([\w-]{54})/.exec(received[0]?.text.replaceAll('=\r\n', '') ?? '') ?? [];
  expect(await openStatus(nobody, { token })).toMatchObject({ number, phase: 'received', own: null });
  const kept = JSON.stringify([await sql('select * from mail'), await sql('select * from person_link')]);
  expect(kept).not.toContain(token);
});

test('nothing is sent before it is committed, nor without a mail server', async () => {
  const { number } = await somebodyWillingAt();
  await postAll();
  expect(await theMail(number)).toMatchObject({ state: 'waiting', attempts: 0 });
});

describe('the server is down:', () => {
  test('tried again after a minute, five, half an hour, two and twelve hours, then it failed', async () => {
    const { number } = await somebodyWillingAt();
    useMailServer(await aDeadPort());
    const begun = minutes(1);
    let now = begun;
    const pauses = [];
    for (;;) {
      await postAll(now);
      const { state, next_try_at: next } = await theMail(number);
      if (state === 'failed' || !next) break;
      pauses.push((next.getTime() - now.getTime()) / 60_000);
      await postAll(minutes(-0.1, next));
      now = next;
    }
    expect(pauses).toEqual([1, 5, 30, 120, 720]);
    expect(await theMail(number)).toMatchObject({
      state: 'failed',
      attempts: 6,
      problem: 'No answer from the mail server (ECONNREFUSED)',
    });
  });

  test('a round ends at the first refusal, and all goes out once it is up', async () => {
    const people = [];
    for (let at = 0; at < 8; at++) people.push(await somebodyWillingAt());
    useMailServer(await aDeadPort());
    await postAll();
    const tried = await Promise.all(people.map(({ number }) => theMail(number)));
    expect(tried.filter(({ attempts }) => attempts > 0)).toHaveLength(4);
    const { received } = await aServer();
    await postAll(minutes(2));
    expect(received.map(({ to }) => to).sort()).toEqual(people.map(({ address }) => address).sort());
  });
});

describe('the server is slow:', () => {
  test('one that says nothing is left, and asked again later', async () => {
    const mute = await aMutePort();
    const { number } = await somebodyWillingAt();
    useMailServer(mute.port);
    await postAll();
    mute.close();
    expect(await theMail(number)).toMatchObject({ state: 'waiting', attempts: 1 });
  });

  test('one stuck over a person holds up nobody else', async () => {
    const stuck = await somebodyWillingAt();
    const others = [];
    for (let at = 0; at < 6; at++) others.push(await somebodyWillingAt());
    const { received } = await aServer({ to: (address) => (address === stuck.address ? 'never answers' : 'accepts') });
    await postAll();
    expect(received.map(({ to }) => to).sort()).toEqual(others.map(({ address }) => address).sort());
    expect(await theMail(stuck.number)).toMatchObject({ state: 'waiting', attempts: 1 });
  });

  test('one that has the whole message and does not say so may have taken it: held, never sent again by itself', async () => {
    const { received } = await aServer({ message: () => 'never answers' });
    const { number } = await somebodyWillingAt();
    await postAll();
    expect(await theMail(number)).toMatchObject({ state: 'held', problem: 'unknown_outcome', attempts: 1 });
    await postAll(minutes(24 * 60));
    expect(received).toHaveLength(1);
  });
});

test('of two persons one is unknown: that one failed at once and is named to nobody, the other has the message', async () => {
  const [unknown, known] = [await somebodyWillingAt(), await somebodyWillingAt()];
  const { received } = await aServer({
    to: (address) =>
      address === unknown.address ? { code: 550, words: `5.1.1 <${address}>: no such user` } : 'accepts',
  });
  await postAll();
  expect(received.map(({ to }) => to)).toEqual([known.address]);
  const failed = await theMail(unknown.number);
  expect(failed).toMatchObject({ state: 'failed', attempts: 1, problem: '550 5.1.1 …: no such user' });
  expect((await theMail(known.number)).state).toBe('sent');
});

test('"not now" is asked again: 451, then accepted', async () => {
  let asked = 0;
  const { received } = await aServer({
    message: () => (asked++ === 0 ? { code: 451, words: 'greylisted' } : 'accepts'),
  });
  const { number } = await somebodyWillingAt();
  await postAll();
  expect(await theMail(number)).toMatchObject({ state: 'waiting', problem: '451 greylisted' });
  await postAll(minutes(2));
  expect(await theMail(number)).toMatchObject({ state: 'sent', attempts: 2, problem: null });
  expect(received).toHaveLength(1);
});

test('two instances send twenty messages once each', async () => {
  const { received } = await aServer();
  const people = await Promise.all(Array.from({ length: 20 }, () => somebodyWillingAt()));
  await Promise.all([postAll(), postAll()]);
  expect(received.map(({ to }) => to).sort()).toEqual(people.map(({ address }) => address).sort());
});

test('killed when the server had the message and the house did not know yet: held, and sent again only when a person says so', async () => {
  const { number } = await somebodyWillingAt();
  let sender: ChildProcess | undefined;
  const { received } = await aServer({
    message: () => {
      if (received.length === 0) sender?.kill('SIGKILL');
      return 'accepts';
    },
  });
  sender = anotherInstance();
  await new Promise((resolve) => sender?.once('exit', resolve));
  expect(received).toHaveLength(1);
  expect((await theMail(number)).state).toBe('sending');
  await postAll(minutes(1));
  expect((await theMail(number)).state).toBe('sending');
  await postAll(minutes(3));
  expect(await theMail(number)).toMatchObject({ state: 'held', problem: 'unknown_outcome' });
  await postAll(minutes(24 * 60));
  expect(received).toHaveLength(1);

  const { id } = await theMail(number);
  await resendMail(theCast().coordinator, { mailId: id });
  await postAll();
  const twins = received.map(({ text }) => /^Message-ID: (.*)$/m.exec(text)?.[1]);
  expect([received.length, new Set(twins).size]).toEqual([2, 1]);
});

/** A process of its own, with the same database and mail server. */
function anotherInstance(): ChildProcess {
  const port = server?.port;
  const code = `
    const { sendMail } = await import('./lib/commands/send-mail.ts');
    await sendMail({ id: null, role: 'system', name: 'Foramen', sessionId: null }, {});`;
  return spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'desk@clinic.example', FORAMEN_DEMO: '0' },
  });
}

describe('its turn comes, and it is no longer true:', () => {
  test('consent was taken back', async () => {
    const { received } = await aServer();
    const { number } = await somebodyWillingAt();
    const { version } = await theRow(number);
    await correctRequest(theCast().coordinator, { number, version, consents: { ...willing, email: false } });
    await postAll();
    expect([received, (await theMail(number)).problem]).toEqual([[], 'no_consent']);
  });

  test('the server was set up only days later', async () => {
    const { received } = await aServer();
    const { number } = await somebodyWillingAt();
    await postAll(minutes(73 * 60));
    expect([received, (await theMail(number)).problem]).toEqual([[], 'too_late']);
  });

  const asked = async () => {
    const { coordinator, surgeon } = theCast();
    const { number, address } = await somebodyWillingAt();
    await move(coordinator, number, 'triage');
    await nothingWaits();
    await move(coordinator, number, 'awaiting_info', { missing: ['report'], dueAt: inDays(7) });
    return { coordinator, surgeon, number, address };
  };
  const question = async (number: string) => (await mailsOf(number)).filter(({ kind }) => kind === 'missing_items');

  test('what is missing is asked for after the minute in which a slip can be undone', async () => {
    const { received } = await aServer();
    const { number } = await asked();
    await postAll(minutes(0.9));
    expect(received).toEqual([]);
    await postAll(minutes(1.1));
    expect(received).toHaveLength(1);
    expect((await question(number)).map(({ state }) => state)).toEqual(['sent']);
  });

  test('undone, and asked for again: one message', async () => {
    const { received } = await aServer();
    const { coordinator, number } = await asked();
    await undoChange(coordinator, { number, version: (await theRow(number)).version });
    await postAll(minutes(1.1));
    expect(received).toEqual([]);
    await move(coordinator, number, 'awaiting_info', { missing: ['report'], dueAt: inDays(7) });
    await postAll(minutes(1.1));
    expect(received).toHaveLength(1);
    expect((await question(number)).map(({ state, problem }) => [state, problem])).toEqual([
      ['not_sent', 'not_needed'],
      ['sent', null],
    ]);
  });
});

describe('a person decides', () => {
  const failed = async () => {
    const { number, address } = await somebodyWillingAt();
    await sql("update mail set state = 'failed', attempts = 6 where address = $1", [address]);
    return { number, mailId: (await theMail(number)).id };
  };

  test('to send it again, to the address that stands now', async () => {
    const { received } = await aServer();
    const { number, mailId } = await failed();
    const person = { firstName: 'Ana', lastName: 'Delgado', dateOfBirth: '1974-03-02', phone: '+13055550123' };
    const { version } = await theRow(number);
    await correctRequest(theCast().coordinator, { number, version, person: { ...person, email: 'right@example.com' } });
    await resendMail(theCast().manager, { mailId });
    await postAll();
    expect(received.map(({ to }) => to)).toEqual(['right@example.com']);
    expect(await theMail(number)).toMatchObject({ state: 'sent', address: 'right@example.com' });
  });

  test('to leave it, and may think again', async () => {
    const { number, mailId } = await failed();
    await leaveMail(theCast().coordinator, { mailId });
    expect((await theMail(number)).state).toBe('left');
    expect(await outcomeOf(() => leaveMail(theCast().coordinator, { mailId }))).toBe('conflict');
    await resendMail(theCast().coordinator, { mailId });
    expect(await theMail(number)).toMatchObject({ state: 'waiting', attempts: 0 });
  });

  test('not on what waits or was sent, and not against the will of who is written to', async () => {
    const { number, mailId } = await failed();
    const again = () => outcomeOf(() => resendMail(theCast().coordinator, { mailId }));
    for (const state of ['waiting', 'sending', 'sent']) {
      await sql('update mail set state = $2 where id = $1', [mailId, state]);
      expect([state, await again()]).toEqual([state, 'conflict']);
    }
    await sql("update mail set state = 'failed' where id = $1", [mailId]);
    const { version } = await theRow(number);
    await correctRequest(theCast().coordinator, { number, version, consents: { ...willing, email: false } });
    expect(await again()).toBe('incomplete');
  });

  test('two at once: one is told that somebody was quicker', async () => {
    const { mailId } = await failed();
    const { coordinator, manager } = theCast();
    const outcomes = await Promise.all([
      outcomeOf(() => resendMail(coordinator, { mailId })),
      outcomeOf(() => leaveMail(manager, { mailId })),
    ]);
    expect(outcomes.sort()).toEqual(['conflict', 'done']);
  });
});

test('a mail server without a sender, or an address of another kind, stops the start with what to do; the demo writes to nobody', async () => {
  const from = 'Institute <desk@clinic.example>';
  const settings = [
    { SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: '' },
    { SMTP_URL: 'http://127.0.0.1', MAIL_FROM: from },
    { SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: 'the desk' },
    { SMTP_URL: '', MAIL_FROM: '' },
    { SMTP_URL: 'smtps://user:word@mail.example:465', MAIL_FROM: from, FORAMEN_DEMO: '1' },
    { SMTP_URL: 'smtps://user:word@mail.example:465', MAIL_FROM: from, FORAMEN_DEMO: '0' },
  ];
  const code = `
    const said = [];
    for (const [at, one] of ${JSON.stringify(settings)}.entries()) {
      Object.assign(process.env, one);
      const { env } = await import('./lib/env.ts?' + at);
      try { said.push(env().mail); } catch (error) { said.push(error.message.split('\\n')[1]); }
    }
    console.log(JSON.stringify(said));`;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code]);
  expect(JSON.parse(stdout)).toEqual([
    expect.stringContaining('MAIL_FROM must say whom mail comes from'),
    expect.stringContaining('SMTP_URL must be smtp://user:password@host:587'),
    expect.stringContaining('MAIL_FROM must be an address people know'),
    null,
    null,
    { url: 'smtps://user:word@mail.example:465', from },
  ]);
});

test('a request closed before its question goes out is not asked', async () => {
  const { received } = await aServer();
  const { coordinator, surgeon } = theCast();
  const number = await aRequestIn('awaiting_info', coordinator, surgeon, { consents: willing });
  await move(coordinator, number, 'closed', { reason: 'PT_DECLINED' });
  await sql("update mail set state = 'left' where kind = 'receipt'");
  await postAll(minutes(2));
  expect(received).toEqual([]);
});
