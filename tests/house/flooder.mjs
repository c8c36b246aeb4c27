import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';

/**
 * A process of its own, so that whoever is measured beside it does not wait for it: PER_SECOND posts for SECONDS to URL,
 * each from the next of ADDRESSES as the clinic's proxy would say it. An address begins a form; the next post is its telling where it hurts.
 * Every hundredth post is a program's, with its key. What was answered is told on the last line.
 */
const { URL: to = '', KEY = '' } = process.env;
const [perSecond, seconds, addresses] = ['PER_SECOND', 'SECONDS', 'ADDRESSES'].map((name) => Number(process.env[name]));
const INTAKE = JSON.parse(process.env.INTAKE ?? '{}');
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const MOST_UNDER_WAY = 2_000;

const said = { statuses: {}, forms: [], kept: [], numbers: [], unheard: 0, notSent: 0 };
const formOf = new Map();
let underWay = 0;
let nth = 0;

function post(path, headers, body, hear) {
  underWay += 1;
  const over = () => {
    underWay -= 1;
  };
  const sent = request(`${to}${path}`, { method: 'POST', agent, headers }, (answer) => {
    const parts = [];
    answer.on('data', (part) => parts.push(part));
    answer.on('end', () => {
      over();
      said.statuses[answer.statusCode] = (said.statuses[answer.statusCode] ?? 0) + 1;
      hear(answer, Buffer.concat(parts).toString());
    });
  });
  sent.on('error', () => {
    over();
    said.unheard += 1;
  });
  sent.end(body);
}

const asForm = (address) => ({
  origin: to,
  'content-type': 'application/x-www-form-urlencoded',
  'x-forwarded-for': address,
});

function begin(who) {
  post('/review-request/begin', asForm(addressOf(who)), 'language=en', ({ statusCode, headers }) => {
    const form = /\/review-request\/([^?]+)/.exec(headers.location ?? '')?.[1];
    if (statusCode !== 303 || !form) return;
    said.forms.push(form);
    formOf.set(who, form);
  });
}

function keep(who, form) {
  formOf.delete(who);
  const body = 'step=where&go=next&places=lower_back&worst=back&lasts=7&lastsUnit=months&worstPain=8';
  post(`/review-request/${form}/keep`, asForm(addressOf(who)), body, ({ statusCode, headers }) => {
    if (statusCode === 303 && headers.location?.includes('step=safety')) said.kept.push(form);
  });
}

function submit(address) {
  const person = {
    ...INTAKE.person,
    firstName: `Flood${nth}`,
    phone: `+1305${String(2_000_000 + nth)}`,
    email: undefined,
  };
  const headers = {
    authorization: `Bearer ${KEY}`,
    'content-type': 'application/json',
    'idempotency-key': `flood-${nth}`,
    'x-forwarded-for': address,
  };
  post('/api/v1/requests', headers, JSON.stringify({ ...INTAKE, person }), ({ statusCode }, text) => {
    if (statusCode === 201) said.numbers.push(JSON.parse(text).number);
  });
}

const addressOf = (who) => `10.${who >> 16}.${(who >> 8) & 255}.${who & 255}`;

function next() {
  nth += 1;
  if (underWay >= MOST_UNDER_WAY) {
    said.notSent += 1;
    return;
  }
  const who = nth % addresses;
  const [begun] = formOf;
  if (nth % 100 === 0) submit(addressOf(who));
  else if (begun) keep(...begun);
  else begin(who);
}

const startedAt = performance.now();
const ticking = setInterval(() => {
  const due = Math.min(seconds, (performance.now() - startedAt) / 1_000) * perSecond;
  while (nth < due) next();
  if (nth < seconds * perSecond) return;
  clearInterval(ticking);
  const waiting = setInterval(() => {
    if (underWay > 0) return;
    clearInterval(waiting);
    console.log(JSON.stringify(said));
    process.exit(0);
  }, 50);
}, 10);
createInterface({ input: process.stdin }).on('close', () => process.exit(1));
