import { randomBytes } from 'node:crypto';
import { Server } from 'node:http';

/** Reverse proxies whose word about where a request came from is taken, besides those of this machine. */
const TRUSTED = (process.env.TRUSTED_PROXIES ?? '').split(',').map(bare).filter(Boolean);
/** All of the public together, a second and at once: what the desk can carry beside its own work. Over it a no costs next to nothing here, and two milliseconds behind Next. */
const OF_THE_PUBLIC = /^\/(review-request|status)(\/|\?|$)/;
const A_SECOND = 20;
const AT_ONCE = 200;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Loaded into the desk before Next: what Next would answer with an error of its own is refused here, and nobody says of themselves where they come from. */
export function keepGate() {
  const { emit } = Server.prototype;
  const isTooMuch = fullness();
  Server.prototype.emit = function gated(event, ...said) {
    if (event !== 'request') return emit.call(this, event, ...said);
    const [request, response] = said;
    const from = bare(request.socket.remoteAddress ?? '');
    if (!isLocal(from) && !TRUSTED.includes(from)) request.headers['x-forwarded-for'] = from;
    const why = faultOf(request) ?? (OF_THE_PUBLIC.test(request.url) && isTooMuch() ? TOO_MUCH : null);
    return why ? turnAway(response, why) : emit.call(this, event, ...said);
  };
}

/** An error that Next logs may quote what was sent: only its kind and place are told. */
export function keepWords() {
  const { error } = console;
  console.error = (...said) => error(...said.map((one) => (one instanceof Error ? withoutWords(one) : one)));
}

function faultOf({ method, url, headers }) {
  if (!METHODS.includes(method)) return { status: 405, code: 'wrong_method', title: 'This method is not served' };
  const isReadable = readable(() => decodeURIComponent(url.split('?')[0]));
  if (!isReadable) return { status: 400, code: 'invalid', title: 'This address cannot be read' };
  const { origin } = headers;
  if (origin !== undefined && origin !== 'null' && !readable(() => new URL(origin)))
    return { status: 403, code: 'bad_origin', title: 'The header Origin cannot be read' };
  return null;
}

const TOO_MUCH = {
  status: 429,
  code: 'too_many',
  title:
    'Many people are sending at once. Go back, wait a minute, and send it again. Nothing you wrote is lost. — Muchas personas envían a la vez. Vuelva atrás, espere un minuto y envíelo otra vez. No se pierde nada de lo que escribió.',
  retryAfter: 60,
};

/** Is one more over the limit? Counted in this process: a second instance lets through as many again. */
function fullness() {
  let left = AT_ONCE;
  let at = performance.now();
  return () => {
    const now = performance.now();
    left = Math.min(AT_ONCE, left + ((now - at) / 1_000) * A_SECOND);
    at = now;
    if (left < 1) return true;
    left -= 1;
    return false;
  };
}

function turnAway(response, { status, code, title, retryAfter }) {
  const nonce = randomBytes(18).toString('base64');
  response.writeHead(status, {
    ...(retryAfter && { 'retry-after': retryAfter }),
    'content-type': 'application/problem+json',
    'cache-control': 'private, no-store',
    'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.end(JSON.stringify({ type: `urn:foramen:refusal:${code}`, title, status, code, detail: title, fields: [] }));
  return true;
}

function withoutWords({ name, digest, stack = '' }) {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return [`${name}${digest ? ` ${digest}` : ''}`, ...frames].join('\n');
}

function readable(read) {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

/** 127.0.0.1 of ::ffff:127.0.0.1 */
function bare(address) {
  return address.trim().replace(/^::ffff:/, '');
}

const isLocal = (address) => address === '::1' || address.startsWith('127.');
