import { randomUUID } from 'node:crypto';
import { type Client, signIn } from '../house/http';

type Write = {
  readonly kind: 'submit' | 'note' | 'move';
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly key: string;
  readonly mark: string;
};
type Acknowledged = Write & { readonly number: string };
type Sql = (text: string, values: unknown[]) => Promise<Record<string, unknown>[]>;

/** Clients that write without pause, and a ledger of every 2xx they were given. */
export class Writers {
  private readonly ledger: Acknowledged[] = [];
  private cut: Write[] = [];
  private checked = 0;
  retried = 0;

  private constructor(
    private readonly url: string,
    private readonly coordinator: Client,
  ) {}

  static async at(url: string) {
    return new Writers(url, await signIn('coordinator@demo.clinic', url));
  }

  get acknowledged() {
    return this.ledger.length;
  }

  /** Ends when each client has met a broken connection. */
  async writeUntilCut(clients: number) {
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        for (let turn = client; await this.attempt(this.nextWrite(turn)); turn++);
      }),
    );
  }

  /** Under the same key: what was stored is answered again, what was not is stored now. */
  async retryWhatWasCut() {
    const again = this.cut;
    this.cut = [];
    for (const write of again) {
      this.retried++;
      if (!(await this.attempt(write))) throw new Error('the clinic is up and does not answer');
    }
  }

  /** What the ledger says and the database does not, of the writes since the last look. */
  async faults(sql: Sql): Promise<string[]> {
    const fresh = this.ledger.slice(this.checked);
    this.checked = this.ledger.length;
    const faults: string[] = [];
    for (const write of fresh) {
      const [row] = await sql(QUERIES[write.kind], [Number(write.number.slice(3)), write.mark]);
      const { stored, events, audits } = row as { stored: number; events: number; audits: number };
      if (stored !== 1 || events < 1 || audits < 1)
        faults.push(`${write.kind} ${write.number}: stored ${stored}, events ${events}, audited ${audits}`);
    }
    return faults;
  }

  private nextWrite(turn: number): Write {
    const mark = `mark-${randomUUID()}`;
    const submitted = this.ledger.filter(({ kind }) => kind === 'submit');
    const target = submitted[(turn * 31) % Math.max(1, submitted.length)];
    if (turn % 3 === 1 && target)
      return { kind: 'note', path: `/requests/${target.number}/notes`, body: { text: mark }, key: randomUUID(), mark };
    const fresh = submitted.at(-1);
    const isFresh = fresh && !this.ledger.some(({ kind, number }) => kind === 'move' && number === fresh.number);
    if (turn % 3 === 2 && isFresh)
      return {
        kind: 'move',
        path: `/requests/${fresh.number}/moves`,
        body: { version: 1, to: 'triage' },
        key: randomUUID(),
        mark: 'triage',
      };
    return { kind: 'submit', path: '/requests', body: anIntake(mark), key: randomUUID(), mark };
  }

  /** False when the connection broke: then nobody knows whether it was stored. */
  private async attempt(write: Write): Promise<boolean> {
    const answer = await this.send(write).catch(() => null);
    if (!answer || answer.status >= 500) {
      this.cut.push(write);
      return false;
    }
    // Two clients may move the same request: the second is told so, and nothing is owed.
    if (answer.status === 409) return true;
    if (!answer.ok) throw new Error(`${write.kind} was refused: ${answer.status} ${await answer.text()}`);
    const body = (await answer.json().catch(() => null)) as { number: string } | null;
    if (!body) {
      this.cut.push(write);
      return false;
    }
    this.ledger.push({ ...write, number: body.number });
    return true;
  }

  private send(write: Write): Promise<Response> {
    const headers: Record<string, string> = { 'content-type': 'application/json', 'idempotency-key': write.key };
    if (write.kind === 'submit') headers.authorization = 'Bearer foramen-demo-intake';
    else Object.assign(headers, this.coordinator.headers);
    return fetch(`${this.url}/api/v1${write.path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(write.body),
      signal: AbortSignal.timeout(15_000),
    });
  }
}

const anIntake = (mark: string) => ({
  person: { firstName: mark, lastName: mark, dateOfBirth: '1970-01-01', phone: '+13055550100' },
  consents: { review: true },
  complaint: { region: 'lumbar' },
});

const about = (action: string) =>
  `(select count(*)::int from audit a where a.subject_id = r.id and a.action = '${action}' and a.outcome = 'done')`;
const QUERIES: Record<Write['kind'], string> = {
  submit: `select (select count(*)::int from person where last_name = $2) as stored,
    (select count(*)::int from event e where e.request_id = r.id and e.kind = 'received') as events, ${about('request.submit')} as audits
    from request r where r.number = $1`,
  // Many notes of one request: as many events, and an audit row of each.
  note: `select (select count(*)::int from note n where n.request_id = r.id and n.text = $2) as stored,
    ((select count(*) from event e where e.request_id = r.id and e.kind = 'noted') = notes.count)::int as events,
    (${about('note.write')} >= notes.count)::int as audits
    from request r, lateral (select count(*) from note n where n.request_id = r.id) as notes where r.number = $1`,
  move: `select (select count(*)::int from event e where e.request_id = r.id and e.to_stage = $2) as stored,
    (select count(*)::int from event e where e.request_id = r.id and e.kind = 'moved') as events, ${about('request.move')} as audits
    from request r where r.number = $1`,
};
