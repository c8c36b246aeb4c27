import { expect, test } from 'vitest';
import { audited } from '../house/audited';
import { anIntake, signIn, withKey } from '../house/http';
import { aCandidate } from '../house/requests';

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();

test('the main job, from a form on a website to an answer on the phone, over HTTP only', async () => {
  const [coordinator, surgeon, manager] = [
    await signIn('coordinator'),
    await signIn('surgeon'),
    await signIn('manager'),
  ];
  const told = anIntake({ report: undefined, source: { channel: 'web', campaign: 'journey' } });
  const before = (await manager.get('/api/v1/stats/pipeline?source=web')).body;

  const submission = await withKey().post('/api/v1/requests', told);
  expect(submission.status).toBe(201);
  const { number } = submission.body;
  const address = `/api/v1/requests/${number}`;
  expect(submission.headers.get('location')).toBe(address);
  expect(submission.body.version).toBe(1);

  const found = (await coordinator.get(`/api/v1/requests?q=${told.person.firstName}`)).body;
  expect(found.items).toHaveLength(1);
  expect(found.items[0]).toMatchObject({ number, stage: 'new', turn: 'coordinator', missing: ['report'], version: 1 });
  expect(found.items[0].allowedActions).toContainEqual({ action: 'request.move', to: 'triage' });

  const triaged = await coordinator.post(`${address}/moves`, { version: 1, to: 'triage' });
  expect(triaged).toMatchObject({ status: 200, body: { number, stage: 'triage', version: 2 } });

  const tooEarly = await coordinator.post(`${address}/moves`, { version: 2, to: 'ready_for_review' });
  expect(tooEarly).toMatchObject({ status: 422, body: { code: 'incomplete', fields: [{ path: 'reason' }] } });

  const asked = await coordinator.post(`${address}/moves`, {
    version: 2,
    to: 'awaiting_info',
    missing: ['report'],
    dueAt: days(7),
  });
  expect(asked.body).toMatchObject({ stage: 'awaiting_info', version: 3 });

  const corrected = await coordinator.post(`${address}/corrections`, {
    version: 3,
    report: { text: 'L4-L5 extrusion, right.' },
  });
  expect(corrected.status).toBe(200);
  const complete = (await coordinator.get(address)).body;
  expect(complete).toMatchObject({
    stage: 'triage',
    missing: [],
    version: corrected.body.version,
    report: { text: 'L4-L5 extrusion, right.' },
  });

  const ready = await coordinator.post(`${address}/moves`, { version: complete.version, to: 'ready_for_review' });
  expect(ready.body.stage).toBe('ready_for_review');

  const claimed = await surgeon.post(`${address}/moves`, { version: ready.body.version, to: 'in_review' });
  expect(claimed).toMatchObject({ status: 200, body: { stage: 'in_review' } });
  const read = (await surgeon.get(address)).body;
  expect(read.person.phone).toBeNull();
  expect(read.masked).toContain('phone');
  expect(read.allowedActions).toContainEqual({ action: 'candidacy.decide' });

  const decided = await surgeon.post(`${address}/decisions`, {
    version: claimed.body.version,
    ...aCandidate,
    imagesReviewedOn: 'clinic_pacs',
  });
  expect(decided).toMatchObject({
    status: 201,
    body: { verdict: 'candidate', stage: 'follow_up', decisionVersion: 1 },
  });

  const called = await coordinator.post(`${address}/contacts`, {
    channel: 'phone',
    outcome: 'told_answer',
    text: 'Glad to hear it.',
  });
  expect(called).toMatchObject({ status: 201, body: { number, version: decided.body.version } });
  const nextAt = days(3);
  const noted = await coordinator.post(`${address}/notes`, { text: 'Wants to talk to family first.', nextAt });
  expect(noted).toMatchObject({ status: 201, body: { number, version: decided.body.version } });

  const after = (await coordinator.get(address)).body;
  expect(after).toMatchObject({ verdict: 'candidate', nextFollowUpAt: nextAt, version: decided.body.version });
  expect(
    after.stream.filter(({ kind }: { kind: string }) => kind !== 'event').map(({ text }: { text: string }) => text),
  ).toEqual(['Wants to talk to family first.', 'Glad to hear it.']);
  const events = after.stream
    .filter(({ kind }: { kind: string }) => kind === 'event')
    .map(({ event, to }: { event: string; to: string }) => [event, to]);
  expect(events.reverse()).toEqual([
    ['received', 'new'],
    ['moved', 'triage'],
    ['moved', 'awaiting_info'],
    ['corrected', null],
    ['moved', 'triage'],
    ['moved', 'ready_for_review'],
    ['moved', 'in_review'],
    ['decided', 'follow_up'],
    ['follow_up_set', null],
  ]);

  const stats = (await manager.get('/api/v1/stats/pipeline?source=web')).body;
  const counted = (page: typeof stats, milestone: string) =>
    page.funnel.find((row: { milestone: string }) => row.milestone === milestone).count;
  for (const milestone of ['received', 'complete', 'decided', 'informed'])
    expect([milestone, counted(stats, milestone)]).toEqual([milestone, counted(before, milestone) + 1]);
  const rows = (
    await manager.get(
      `/api/v1/requests?source=web&reached=informed&from=${stats.from}&to=${stats.to}&sort=-received&limit=200`,
    )
  ).body;
  expect(rows.found).toEqual({ value: counted(stats, 'informed'), isExact: true });
  expect(rows.items.map((row: { number: string }) => row.number)).toContain(number);

  expect(await audited(number)).toEqual([
    'intake request.submit done',
    'coordinator request.list done',
    'coordinator request.move done',
    'coordinator request.move incomplete',
    'coordinator request.move done',
    'coordinator request.correct done',
    'coordinator request.open done',
    'coordinator request.move done',
    'surgeon request.move done',
    'surgeon request.open done',
    'surgeon candidacy.decide done',
    'coordinator contact.log done',
    'coordinator note.write done',
    'coordinator request.open done',
    'manager request.list done',
  ]);
});

test('a surgeon takes the next request, finds it is not decidable, and amends another decision later', async () => {
  const [coordinator, surgeon] = [await signIn('coordinator'), await signIn('surgeon2')];
  const claimed = await surgeon.post('/api/v1/claims');
  expect(claimed.status).toBe(200);
  const address = `/api/v1/requests/${claimed.body.number}`;

  const undecidable = await surgeon.post(`${address}/decisions`, {
    version: claimed.body.version,
    verdict: 'cannot_tell',
    needs: ['NEW_MRI'],
  });
  expect(undecidable).toMatchObject({ status: 201, body: { stage: 'awaiting_info' } });
  const ready = await coordinator.post(`${address}/moves`, {
    version: undecidable.body.version,
    to: 'ready_for_review',
    reason: 'the scan came',
  });
  expect(ready.status).toBe(200);
  const again = await surgeon.post(`${address}/moves`, { version: ready.body.version, to: 'in_review' });
  const decided = await surgeon.post(`${address}/decisions`, { version: again.body.version, ...aCandidate });
  expect(decided).toMatchObject({ status: 201, body: { stage: 'follow_up', decisionVersion: 2 } });

  const amended = await surgeon.post(`${address}/decisions`, {
    version: decided.body.version,
    verdict: 'not_now',
    reasons: ['CC_SHORT'],
    amendReason: 'Two weeks of therapy, not ten.',
  });
  expect(amended).toMatchObject({ status: 201, body: { verdict: 'not_now', stage: 'follow_up', decisionVersion: 3 } });
  const [latest, earlier] = (await coordinator.get(address)).body.decisions;
  expect([latest.amendReason, earlier.verdict]).toEqual(['Two weeks of therapy, not ten.', 'candidate']);
});

test('a follow-up is set, listed when due, and ticked off once', async () => {
  const coordinator = await signIn('coordinator');
  const list = (await coordinator.get('/api/v1/follow-ups?owner=all')).body;
  expect(list.rows.length).toBeGreaterThan(0);
  const [due] = list.rows;
  const done = await coordinator.post(`/api/v1/follow-ups/${due.id}/completions`);
  expect(done).toMatchObject({ status: 200, body: { number: due.request.number } });
  expect(await coordinator.post(`/api/v1/follow-ups/${due.id}/completions`)).toMatchObject({
    status: 409,
    body: { code: 'conflict' },
  });

  const set = await coordinator.post(`/api/v1/requests/${due.request.number}/follow-ups`, {
    dueAt: days(2),
    what: 'Ask for the CD again',
  });
  expect(set).toMatchObject({ status: 201, body: { version: done.body.version } });
  const open = (await coordinator.get(`/api/v1/requests/${due.request.number}`)).body;
  expect(open.followUps).toContainEqual(
    expect.objectContaining({ id: set.body.followUpId, what: 'Ask for the CD again', doneAt: null }),
  );
});

test('a request is given to somebody, and to nobody again', async () => {
  const manager = await signIn('manager');
  const { number } = (await withKey().post('/api/v1/requests', anIntake())).body;
  const { staff } = (await manager.get('/api/v1/requests?limit=1')).body;
  const coordinator = staff.find(({ role }: { role: string }) => role === 'coordinator');
  const given = await manager.post(`/api/v1/requests/${number}/assignments`, { version: 1, staffId: coordinator.id });
  expect(given).toMatchObject({
    status: 200,
    body: { assignedTo: { id: coordinator.id, name: coordinator.name }, version: 2 },
  });
  expect((await manager.get(`/api/v1/requests/${number}`)).body.assignedTo.id).toBe(coordinator.id);
  const taken = await manager.post(`/api/v1/requests/${number}/assignments`, { version: 2, staffId: null });
  expect(taken).toMatchObject({ status: 200, body: { assignedTo: null, version: 3 } });
});
