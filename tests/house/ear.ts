import type { Client } from './http';

type Change = { readonly event: number; readonly request: string | null };
type Said = { readonly event: string; readonly said: unknown };

/** A program that listens to /api/v1/events as a browser would: by the last id it has, on whichever instance it is told. */
export class Ear {
  readonly changes: Change[] = [];
  readonly other: Said[] = [];
  id = '';
  status = 0;
  private hanging = new AbortController();

  constructor(private client: Client) {}

  /** Resolves at the first word; `done` when the stream ends, however that comes. */
  async listen(base: string, client = this.client): Promise<{ done: Promise<void>; headers: Headers }> {
    this.client = client;
    this.hanging = new AbortController();
    const headers: Record<string, string> = {
      ...client.headers,
      accept: 'text/event-stream',
      'accept-encoding': 'gzip',
    };
    if (this.id) headers['last-event-id'] = this.id;
    const answer = await fetch(`${base}/api/v1/events`, { headers, signal: this.hanging.signal });
    this.status = answer.status;
    if (!answer.ok || !answer.body) {
      await answer.body?.cancel();
      throw new Error(`not heard: ${answer.status}`);
    }
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    const take = async () => {
      const { value, done } = await reader.read();
      rest += value ?? '';
      const whole = rest.split('\n\n');
      rest = whole.pop() ?? '';
      for (const message of whole) this.take(message);
      return !done;
    };
    await take();
    const rush = async () => {
      while (await take());
    };
    return { done: rush().catch(() => {}), headers: answer.headers };
  }

  hangUp() {
    this.hanging.abort();
  }

  private take(message: string) {
    const [, id] = /^id: (.*)$/m.exec(message) ?? [];
    const [, event] = /^event: (.*)$/m.exec(message) ?? [];
    if (!event) return;
    const said: unknown = JSON.parse(/^data: (.*)$/m.exec(message)?.[1] ?? 'null');
    if (id) this.id = id;
    if (event === 'changed') this.changes.push(...(said as Change[]));
    else this.other.push({ event, said });
  }
}

/** Until it holds; fails when it does not within this time. */
export async function soon(holds: () => boolean | Promise<boolean>, within = 1_000) {
  const last = Date.now() + within;
  while (!(await holds())) {
    if (Date.now() > last) throw new Error(`not within ${within} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
