/** The wire of server-sent events (WHATWG HTML, section 9.2). */
export const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // no-transform: compression would hold each line back until its block is full.
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
  // The connection is used for nothing else afterwards, and a stopping server need not wait for it.
  connection: 'close',
};

/** A line that no listener sees; proxies do, and keep the connection. */
export const HEARTBEAT = bytes(': alive\n\n');

/** `id` is what the listener sends back as Last-Event-ID. */
export function message(event: string, said: unknown, id?: string): Uint8Array {
  return bytes(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(said)}\n\n`);
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
