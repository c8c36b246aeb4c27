import { beforeAll, expect } from 'vitest';
import { type Answer, type Client, signIn, submitted } from './http';
import { standingOf } from './principals';

export let coordinator: Client;
export let surgeon: Client;
/** A request that no wrong attempt may change. */
export let number = '';

export function useDesk() {
  beforeAll(async () => {
    coordinator = await signIn('coordinator');
    surgeon = await signIn('surgeon');
    number = await submitted();
  });
}

/** Everything a wrong attempt could have changed. */
const standing = () => standingOf([{ number, followUpId: '' }]);

/** Refused, told which field is meant, and nothing changed. */
export async function refusedNaming(field: string, attempt: () => Promise<Answer>, status = 422) {
  const before = await standing();
  const answer = await attempt();
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([status, expect.anything()]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body).toMatchObject({
    status,
    code: expect.any(String),
    title: expect.any(String),
    type: expect.any(String),
  });
  expect(answer.body.fields.map(({ path }: { path: string }) => path)).toContain(field);
  expect(await standing()).toEqual(before);
}
