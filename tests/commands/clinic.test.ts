import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Clinic, freePort } from '../house/clinic';

const work = mkdtempSync(join(tmpdir(), 'foramen commands '));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('a real clinic, in a folder with a space in its name', () => {
  test('is closed until its first administrator is made by the one-use link, once', async () => {
    const clinic = new Clinic(join(work, 'new'), await freePort(), 'start');
    await clinic.start();
    const token = /set-up\?token=([\w-]+)/.exec(clinic.output)?.[1];
    expect(token, 'the start prints a link').toBeDefined();
    for (const path of ['/requests', '/sign-in', '/api/v1/requests', '/api/auth/csrf', '/anything'])
      expect((await fetch(clinic.url + path, { redirect: 'manual' })).status, path).toBe(503);
    expect((await fetch(`${clinic.url}/set-up?token=${token}`)).status).toBe(200);
    expect((await fetch(`${clinic.url}/api/health`)).status).toBe(200);
    expect(await clinic.stop()).toBe(0);
  }, 60_000);

  test('refuses a second start on the same data, naming who holds it', async () => {
    const first = new Clinic(join(work, 'held'), await freePort(), 'start');
    await first.start();
    const second = new Clinic(join(work, 'held'), await freePort(), 'start');
    await expect(second.start()).rejects.toThrow(`in use by process ${first.pid}`);
    expect((await fetch(`${first.url}/api/health`)).status, 'the first goes on').toBe(200);
    expect(await first.stop()).toBe(0);
    expect(existsSync(join(work, 'held', 'foramen.lock'))).toBe(false);
  }, 60_000);

  test('is never opened by the demo, nor the demo by it', async () => {
    const clinic = new Clinic(join(work, 'held'), await freePort(), 'demo');
    await expect(clinic.start()).rejects.toThrow('belongs to a clinic, not to a demo');
  }, 60_000);

  test('comes back whole after everything was killed, with one PostgreSQL', async () => {
    const clinic = new Clinic(join(work, 'killed'), await freePort(), 'start');
    await clinic.start();
    await clinic.sql(
      "insert into staff (id, email, name, role, created_at) values (gen_random_uuid(), 'a@example.com', 'A', 'admin', now())",
    );
    await clinic.killEverything();
    await clinic.start();
    expect(clinic.postmasters()).toHaveLength(1);
    expect(await clinic.sql('select email from staff')).toEqual([{ email: 'a@example.com' }]);
    expect(await clinic.stop()).toBe(0);
  }, 60_000);

  test('takes over from a start that was killed while its PostgreSQL lived on', async () => {
    const clinic = new Clinic(join(work, 'orphan'), await freePort(), 'start');
    await clinic.start();
    const [orphan] = clinic.postmasters();
    await clinic.stop('SIGKILL');
    expect(clinic.postmasters()).toEqual([orphan]);
    const next = new Clinic(join(work, 'orphan'), await freePort(), 'start');
    await next.start();
    expect(next.postmasters()).toHaveLength(1);
    expect(next.postmasters()).not.toEqual([orphan]);
    expect(await next.stop()).toBe(0);
    expect(next.postmasters()).toEqual([]);
  }, 60_000);

  test('keeps its secrets to its owner', () => {
    const secret = readFileSync(join(work, 'held', 'secret'), 'utf8').trim();
    expect(secret.length).toBeGreaterThanOrEqual(32);
  });
});

test('the demo refuses a public address', async () => {
  const demo = new Clinic(join(work, 'public'), await freePort());
  await expect(demo.start({ HOST: '0.0.0.0' })).rejects.toThrow('stays on this machine');
});
