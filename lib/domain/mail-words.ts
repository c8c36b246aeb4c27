import type { MailFacts, MailKind, MailLanguage } from './mail';

/** What a message is made of. `link` leads to the person's own page, or staff to the desk; a message reads well without one. */
export type Said = {
  readonly firstName: string | null;
  /** MR-000123; null for staff. */
  readonly number: string | null;
  readonly facts: MailFacts;
  readonly link: string | null;
};
export type Letter = { readonly subject: string; readonly text: string; readonly html: string };

type Paragraph = string | { readonly link: string } | { readonly list: readonly string[] };
type Words = { readonly subject: string; readonly body: (said: Said) => readonly (Paragraph | null)[] };

/** E-mail is read by others: no word here tells why somebody wrote. Plain words, short sentences (US grade 6). */
const EN = {
  hello: (name: string | null) => (name ? `Hello ${name},` : 'Hello,'),
  emergency: 'If you think you have an emergency, call 911 now. Do not wait for us.',
  privacy: 'Please do not send us health details by e-mail. E-mail is not private enough.',
  why: 'You get this message because you said we may e-mail you. If you do not want that any more, tell us and we will stop.',
  yours: 'This link is only for you. Please do not share it.',
};
const ES = {
  hello: (name: string | null) => (name ? `Hola, ${name}:` : 'Hola:'),
  emergency: 'Si cree que tiene una emergencia, llame al 911 ahora. No espere nuestra respuesta.',
  privacy: 'Por favor, no nos envíe datos de salud por correo electrónico. El correo no es lo bastante privado.',
  why: 'Recibe este mensaje porque nos dijo que podemos escribirle por correo electrónico. Si ya no lo desea, díganoslo y dejaremos de hacerlo.',
  yours: 'Este enlace es solo para usted. Por favor, no lo comparta.',
};

const CATALOGUE: Record<MailKind, Record<MailLanguage, Words>> = {
  receipt: {
    en: {
      subject: 'We received your request',
      body: ({ firstName, number, link }) => [
        EN.hello(firstName),
        `Thank you. We have your request. Its number is ${number}. Keep it at hand when you call us.`,
        'A person on our team will look at it. If we need anything else, we will ask you.',
        ...linked(link, 'You can see where your request stands at any time:', EN.yours),
        EN.emergency,
        EN.privacy,
        EN.why,
      ],
    },
    es: {
      subject: 'Recibimos su solicitud',
      body: ({ firstName, number, link }) => [
        ES.hello(firstName),
        `Gracias. Tenemos su solicitud. Su número es ${number}. Téngalo a mano cuando nos llame.`,
        'Una persona de nuestro equipo la va a revisar. Si necesitamos algo más, se lo pediremos.',
        ...linked(link, 'Puede ver en qué punto está su solicitud en cualquier momento:', ES.yours),
        ES.emergency,
        ES.privacy,
        ES.why,
      ],
    },
  },
  missing_items: {
    en: {
      subject: 'We need something more from you',
      body: ({ firstName, number, facts, link }) => [
        EN.hello(firstName),
        `We are working on your request ${number}. To go on, we need something more from you.`,
        ...(link
          ? linked(link, 'Here you can see what it is:', EN.yours)
          : ['We will call you, or you can call us, and tell you what it is.']),
        facts.by ? `If you can, please let us have it by ${longDay(facts.by, 'en-US')}.` : null,
        EN.emergency,
        EN.privacy,
        EN.why,
      ],
    },
    es: {
      subject: 'Necesitamos algo más de usted',
      body: ({ firstName, number, facts, link }) => [
        ES.hello(firstName),
        `Estamos trabajando en su solicitud ${number}. Para seguir, necesitamos algo más de usted.`,
        ...(link
          ? linked(link, 'Aquí puede ver qué es:', ES.yours)
          : ['Le llamaremos, o puede llamarnos usted, y le diremos qué es.']),
        facts.by ? `Si puede, háganoslo llegar antes del ${longDay(facts.by, 'es-US')}.` : null,
        ES.emergency,
        ES.privacy,
        ES.why,
      ],
    },
  },
  digest: { en: digest(), es: digest() },
  escalation: { en: escalation(), es: escalation() },
};

/** The staff's language is the desk's. */
function digest(): Words {
  return {
    subject: 'Your desk this morning',
    body: ({ facts, link }) => [
      'Good morning.',
      { list: countsOf(facts) },
      ...linked(link, 'Open the desk:'),
      'You can switch this message off under “Your account”.',
    ],
  };
}

/** To managers: that somebody has to look now, and not at whom or why. */
function escalation(): Words {
  return {
    subject: 'A request needs somebody now',
    body: ({ facts, link }) => [
      'Hello,',
      `Request ${facts.request} was to be looked after by now, and nobody has it in hand. Please see to it that somebody does.`,
      ...linked(link, 'Open it on the desk:'),
      'Every manager gets this message, once for each time it happens.',
    ],
  };
}

const COUNTS: readonly (readonly [keyof MailFacts, string])[] = [
  ['mine', 'In your queue'],
  ['overdue', 'Of these, overdue'],
  ['fresh', 'New requests'],
  ['ready', 'Ready for review'],
  ['redFlags', 'Red flags that wait for a clinician'],
];
const countsOf = (facts: MailFacts) =>
  COUNTS.flatMap(([key, words]) => (facts[key] === undefined ? [] : [`${words}: ${facts[key]}`]));

function linked(link: string | null, before: string, after?: string): Paragraph[] {
  return link ? [before, { link }, ...(after ? [after] : [])] : [];
}

/** Subject, plain text and a little HTML of the same words. */
export function letterFrom(kind: MailKind, language: MailLanguage, said: Said): Letter {
  const { subject, body } = CATALOGUE[kind][language];
  const paragraphs = body({ ...said, firstName: callable(said.firstName) }).filter((one) => one !== null);
  return {
    subject,
    text: `${paragraphs.map(asText).join('\n\n')}\n`,
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${subject}</title></head><body>${paragraphs.map(asHtml).join('')}</body></html>`,
  };
}

/** A form open to everybody must not carry a stranger's words to somebody else's address: only what reads as a name is repeated. */
function callable(firstName: string | null): string | null {
  const name = firstName?.trim() ?? '';
  return /^\p{L}[\p{L}\p{M}'’ -]{0,29}$/u.test(name) && name.split(/\s+/).length <= 3 ? name : null;
}

const asText = (one: Paragraph) =>
  typeof one === 'string' ? one : 'link' in one ? one.link : one.list.map((line) => `- ${line}`).join('\n');

function asHtml(one: Paragraph): string {
  if (typeof one === 'string') return `<p>${escaped(one)}</p>`;
  if ('link' in one) return `<p><a href="${escaped(one.link)}">${escaped(one.link)}</a></p>`;
  return `<ul>${one.list.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const longDay = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
