import 'server-only';
import { createTransport } from 'nodemailer';
import type { Letter } from '@/lib/domain/mail-words';
import { env } from '@/lib/env';

export type Post = Letter & { readonly id: string; readonly address: string };
/** What became of a message. `unknown`: its last byte was sent and no answer came, so the server may have it. */
export type Posted =
  | { readonly outcome: 'accepted'; readonly messageId: string }
  | { readonly outcome: 'refused' | 'later' | 'unreachable' | 'unknown'; readonly problem: string };

/** In milliseconds; SMTP_URL may say others, as in ?socketTimeout=60000. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 20_000 };
/** However slowly a server drips: by then it is over. */
export const LONGEST = 45_000;

/** Without a mail server messages are listed and not sent. */
export const hasMailServer = () => env().mail !== null;

/** Hands one message to the clinic's mail server, over a connection of its own. Refuses nothing: tells what became of it. */
export async function post({ id, address, subject, text, html }: Post): Promise<Posted> {
  const { mail } = env();
  if (!mail) throw new Error('there is no mail server to hand a message to');
  const sent = { isWhole: false };
  const transport = createTransport({ ...TIMEOUTS, url: mail.url, logger: listening(sent) });
  const messageId = `<${id}@${new URL(env().publicUrl).hostname}>`;
  try {
    await transport.sendMail({
      from: senderIn(mail.from),
      to: { name: '', address },
      subject,
      text,
      html,
      messageId,
      // RFC 3834: no holiday notice comes back.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      disableFileAccess: true,
      disableUrlAccess: true,
      signal: AbortSignal.timeout(LONGEST),
    });
    return { outcome: 'accepted', messageId };
  } catch (error) {
    return told(error, sent.isWhole);
  } finally {
    transport.close();
  }
}

/** A comma in the clinic's name makes no second sender. */
function senderIn(from: string) {
  const [, name = '', address = from] = /^(.+) <(.+)>$/.exec(from) ?? [];
  return { name, address };
}

/** The transport tells nobody but its logger that the whole message is on the wire. Nothing is logged. */
function listening(sent: { isWhole: boolean }) {
  const deaf = () => undefined;
  const info = (entry: { readonly tnx?: string }) => {
    if (entry?.tnx === 'message') sent.isWhole = true;
  };
  return { level: deaf, trace: deaf, debug: deaf, info, warn: deaf, error: deaf, fatal: deaf };
}

type SmtpError = {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
  readonly originalCode?: string;
};

function told(error: unknown, isWhole: boolean): Posted {
  const { code, originalCode, responseCode, response = '', command } = error as SmtpError;
  if (!responseCode && code === 'EENVELOPE') return { outcome: 'refused', problem: 'Not an address one can write to' };
  if (!responseCode) {
    const problem = `No answer from the mail server (${originalCode ?? code ?? 'unknown'})`;
    return isWhole ? { outcome: 'unknown', problem } : { outcome: 'unreachable', problem };
  }
  const problem = withoutAddresses(response);
  if (responseCode < 500) return { outcome: 'later', problem };
  // A refused sign-in or sender is the clinic's own affair: it is mended, and the message still goes out.
  return { outcome: command === 'RCPT TO' || command === 'DATA' ? 'refused' : 'later', problem };
}

/** Mail servers quote whom they refuse. */
const withoutAddresses = (said: string) => said.replace(/<?[^\s<>"'():;,]+@[^\s<>"'():;,]+>?/g, '…').slice(0, 200);
