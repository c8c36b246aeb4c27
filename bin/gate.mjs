import { randomBytes } from 'node:crypto';
import { Server } from 'node:http';

/** Reverse proxies whose word about where a request came from is taken, besides those of this machine. */
const TRUSTED = (process.env.TRUSTED_PROXIES ?? '').split(',').map(bare).filter(Boolean);
/** All of the public together, in this process: what the desk carries beside its own work. Whoever comes while others are served waits a little; a no costs next to nothing here, and two milliseconds behind Next. */
const OF_THE_PUBLIC = /^\/(review-request|status)(\/|\?|$)/;
const A_SECOND = 10;
const AT_ONCE = 20;
const WAIT_SECONDS = 5;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Loaded into the desk before Next: what Next would answer with an error of its own is refused here, and nobody says of themselves where they come from. */
export function keepGate() {
  const { emit } = Server.prototype;
  const wait = turns();
  Server.prototype.emit = function gated(event, ...said) {
    if (event !== 'request') return emit.call(this, event, ...said);
    const [request, response] = said;
    const from = bare(request.socket.remoteAddress ?? '');
    if (!isLocal(from) && !TRUSTED.includes(from)) request.headers['x-forwarded-for'] = from;
    const fault = faultOf(request);
    if (fault) return turnAway(request, response, fault);
    if (!OF_THE_PUBLIC.test(request.url)) return emit.call(this, event, ...said);
    const milliseconds = wait();
    if (milliseconds > WAIT_SECONDS * 1_000) return turnAway(request, response, TOO_MUCH);
    if (milliseconds === 0) return emit.call(this, event, ...said);
    setTimeout(() => request.destroyed || emit.call(this, event, ...said), milliseconds);
    return true;
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

/** Milliseconds until the turn of one more, who takes it unless that is too long. */
function turns() {
  const each = 1_000 / A_SECOND;
  let next = 0;
  return () => {
    const now = performance.now();
    const turn = Math.max(next, now - AT_ONCE * each);
    if (turn - now <= WAIT_SECONDS * 1_000) next = turn + each;
    return Math.max(0, turn - now);
  };
}

function turnAway({ headers }, response, { status, code, title, retryAfter }) {
  const nonce = randomBytes(18).toString('base64');
  const isPerson = headers.accept?.includes('text/html');
  response.writeHead(status, {
    ...(retryAfter && { 'retry-after': retryAfter }),
    'content-type': isPerson ? 'text/html; charset=utf-8' : 'application/problem+json',
    'cache-control': 'private, no-store',
    'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'nonce-${nonce}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  const problem = { type: `urn:foramen:refusal:${code}`, title, status, code, detail: title, fields: [] };
  response.end(isPerson ? pageOf(title, nonce) : JSON.stringify(problem));
  return true;
}

/** The words of ours alone, one language a line. */
const pageOf = (title, nonce) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Foramen</title>
<style nonce="${nonce}">body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.25rem }</style>
${title
  .split(' — ')
  .map((words, nth) => `<p${nth > 0 ? ' lang="es"' : ''}>${words}</p>`)
  .join('\n')}
</html>
`;

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
