import { randomBytes } from 'node:crypto';
import { Server } from 'node:http';

/** Reverse proxies whose word about where a request came from is taken, besides those of this machine. */
const TRUSTED = (process.env.TRUSTED_PROXIES ?? '').split(',').map(bare).filter(Boolean);
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Loaded into the desk before Next: what Next would answer with an error of its own is refused here, and nobody says of themselves where they come from. */
export function keepGate() {
  const { emit } = Server.prototype;
  Server.prototype.emit = function gated(event, ...said) {
    if (event !== 'request') return emit.call(this, event, ...said);
    const [request, response] = said;
    const from = bare(request.socket.remoteAddress ?? '');
    if (!isLocal(from) && !TRUSTED.includes(from)) request.headers['x-forwarded-for'] = from;
    const why = faultOf(request);
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

function turnAway(response, { status, code, title }) {
  const nonce = randomBytes(18).toString('base64');
  response.writeHead(status, {
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
