import { beforeAll, describe, expect, test } from 'vitest';
import { anIntake, type Client, signIn, withKey } from '../house/http';

let coordinator: Client;
beforeAll(async () => {
  coordinator = await signIn('coordinator');
});

describe('what people are called and what they say is kept exactly:', () => {
  test.each([
    ['José María', 'Muñoz-Ñandú'],
    ['محمد', 'العربي'],
    ['\u202bשרה\u202c', 'לוי'],
    ['👩‍🦽 Ana', '🦴'],
    ['Zoe\u0308', "O'Brien"],
    ['<script>alert(1)</script>', '"; drop table request; --'],
    ['=1+1', '{{7*7}} <%= 7*7 %>'],
  ])('%s %s', async (firstName, lastName) => {
    const told = anIntake();
    const submission = { ...told, person: { ...told.person, firstName, lastName } };
    const { number: theirs } = (await withKey().post('/api/v1/requests', submission)).body;
    const read = (await coordinator.get(`/api/v1/requests/${theirs}`)).body;
    expect(read.person).toMatchObject({ firstName, lastName, name: `${firstName} ${lastName}` });
    const text = `${lastName}\n\t${firstName}  \u2028\u0007 %s \\u0041`;
    expect((await coordinator.post(`/api/v1/requests/${theirs}/notes`, { text })).status).toBe(201);
    expect((await coordinator.get(`/api/v1/requests/${theirs}`)).body.stream[0].text).toBe(text);
    const found = (await coordinator.get(`/api/v1/requests?q=${encodeURIComponent(lastName)}&sort=-received&limit=200`))
      .body;
    expect(found.items.map((row: { number: string }) => row.number)).toContain(theirs);
  });
});
