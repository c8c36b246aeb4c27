/** What a tab hears. `null` is a request that is not this person's to see: something changed. */
export type Heard =
  | { readonly kind: 'changed'; readonly requests: readonly (string | null)[]; readonly id: string }
  | { readonly kind: 'reading'; readonly requests: readonly string[] }
  | { readonly kind: 'everything'; readonly id: string }
  | { readonly kind: 'line'; readonly isOpen: boolean; readonly id: string }
  | { readonly kind: 'ended'; readonly why: string }
  | { readonly kind: 'asked' };

const NAME = 'foramen-bell';
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
/** A page may take as long to come as this. */
const RECENT = 15_000;
/** How far back the first question of a page may lie. */
const MOST_SINCE = 60;

/** One stream a browser: the tab that holds the lock listens and tells the others; when it goes, the next one listens on from where it was. */
export function hearBell(tell: (heard: Heard) => void): () => void {
  const channel = new BroadcastChannel(NAME);
  const over = new AbortController();
  const known = { id: '', isOpen: true, leads: false };
  let recent: { at: number; requests: readonly (string | null)[] }[] = [];

  const hear = (heard: Heard) => {
    if ('id' in heard && heard.id) known.id = heard.id;
    if (heard.kind === 'line') known.isOpen = heard.isOpen;
    if (heard.kind !== 'asked') return tell(heard);
    if (!known.leads) return;
    channel.postMessage({ kind: 'line', isOpen: known.isOpen, id: known.id } satisfies Heard);
    // A tab that has just opened missed what this one was told a moment ago.
    const requests = recent.filter(({ at }) => at > Date.now() - RECENT).flatMap((one) => one.requests);
    if (requests.length > 0) channel.postMessage({ kind: 'changed', requests, id: known.id } satisfies Heard);
  };
  const spread = (heard: Heard) => {
    if (heard.kind === 'changed')
      recent = [...recent.filter(({ at }) => at > Date.now() - RECENT), { at: Date.now(), requests: heard.requests }];
    hear(heard);
    channel.postMessage(heard);
  };
  channel.onmessage = ({ data }: MessageEvent<Heard>) => hear(data);
  channel.postMessage({ kind: 'asked' } satisfies Heard);

  const lead = () => {
    known.leads = true;
    return new Promise<void>((done) => {
      const close = listen(known, spread);
      over.signal.addEventListener('abort', () => {
        close();
        done();
      });
    });
  };
  if (navigator.locks) navigator.locks.request(NAME, { signal: over.signal }, lead).catch(() => {});
  else void lead();
  return () => {
    over.abort();
    channel.close();
  };
}

/** The stream, opened again after each end: at once where the server only restarts, else ever later. */
function listen(known: { readonly id: string }, tell: (heard: Heard) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  function open() {
    const since = Math.min(MOST_SINCE, Math.ceil(performance.now() / 1_000) + 2);
    const stream = new EventSource(`/api/v1/events?${known.id ? `after=${known.id}` : `since=${since}`}`);
    source = stream;
    const on = (kind: string, act: (said: unknown, id: string) => void) =>
      stream.addEventListener(kind, ({ data, lastEventId }) => act(JSON.parse(data), lastEventId));
    on('hello', (_, id) => {
      failures = 0;
      tell({ kind: 'line', isOpen: true, id });
    });
    on('changed', (said, id) =>
      tell({ kind: 'changed', requests: (said as { request: string | null }[]).map(({ request }) => request), id }),
    );
    on('reading', (said) => tell({ kind: 'reading', requests: said as string[] }));
    on('reset', (_, id) => {
      tell({ kind: 'line', isOpen: true, id });
      tell({ kind: 'everything', id });
    });
    on('end', (said) => {
      const { why } = said as { why: string };
      stream.close();
      if (why === 'closing' || why === 'too_slow') return again();
      tell({ kind: 'ended', why });
      again();
    });
    stream.onerror = () => {
      stream.close();
      again();
    };
  }
  /** Not all at once: every browser of the clinic was cut off in the same moment. */
  function again() {
    failures += 1;
    if (failures > 1) tell({ kind: 'line', isOpen: false, id: '' });
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1));
    timer = setTimeout(open, wait * (0.3 + 0.7 * Math.random()));
  }
  const sooner = () => {
    if (source?.readyState !== EventSource.CLOSED) return;
    clearTimeout(timer);
    open();
  };
  window.addEventListener('online', sooner);
  open();
  return () => {
    window.removeEventListener('online', sooner);
    clearTimeout(timer);
    source?.close();
  };
}
