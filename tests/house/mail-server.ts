import { connect, createServer, type Server, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { env } from '@/lib/env';

export type Received = { readonly to: string; readonly text: string };
type Answer = 'accepts' | 'never answers' | { readonly code: number; readonly words: string };
export type Manners = {
  /** To who is written to. */
  readonly to?: (address: string) => Answer;
  /** To the whole message. */
  readonly message?: (received: Received) => Answer | Promise<Answer>;
};

/** A real mail server on a port of its own; what it took, and how often it was spoken to. */
export class MailServer {
  readonly received: Received[] = [];
  spokenTo = 0;
  private readonly server: SMTPServer;

  constructor(private readonly manners: Manners = {}) {
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      closeTimeout: 1,
      onConnect: (_session, done) => {
        this.spokenTo++;
        done();
      },
      onRcptTo: ({ address }, _session, done) => say(this.manners.to?.(address) ?? 'accepts', done),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', async () => {
          const received = { to: session.envelope.rcptTo[0]?.address ?? '', text: Buffer.concat(chunks).toString() };
          const answer = (await this.manners.message?.(received)) ?? 'accepts';
          if (typeof answer === 'string') this.received.push(received);
          say(answer, done);
        });
      },
    });
    // A client that gives up is what some tests are about.
    this.server.on('error', () => undefined);
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()));
    useMailServer(this.port);
    return this;
  }

  get port() {
    return portOf(this.server.server);
  }

  async close(): Promise<void> {
    useNoMailServer();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

function say(answer: Answer, done: (error?: Error | null) => void) {
  if (answer === 'never answers') return;
  done(answer === 'accepts' ? null : Object.assign(new Error(answer.words), { responseCode: answer.code }));
}

/** As SMTP_URL would be set; impatient, so that no test waits long. */
export function useMailServer(port: number) {
  const url = `smtp://127.0.0.1:${port}?socketTimeout=1000&greetingTimeout=1000&connectionTimeout=1000`;
  Object.assign(env(), { mail: { url, from: 'Institute, Inc. <desk@clinic.example>' } });
}
export const useNoMailServer = () => Object.assign(env(), { mail: null });

/** A port where something listens and says nothing. */
export async function aMutePort(): Promise<{ port: number; close: () => void }> {
  const open = new Set<Socket>();
  const server = createServer((socket) => open.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    port: portOf(server),
    close() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}

/** A port where nobody listens. */
export async function aDeadPort(): Promise<number> {
  const { port, close } = await aMutePort();
  close();
  await new Promise<void>((resolve) => connect(port, '127.0.0.1').once('error', () => resolve()));
  return port;
}

const portOf = (server: Server) => {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};
