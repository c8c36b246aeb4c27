import { z } from 'zod';

/** The only reader of the environment. Read once; a wrong value stops the start with its name and what to do. */
const timeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'must be a time zone such as America/New_York');

/** Set to nothing is not set. */
const unset = z.literal('').transform(() => undefined);

const shape = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be postgres://user:password@host:port/name' }),
  FORAMEN_SECRET: z.string().min(32, 'must be at least 32 random characters'),
  PUBLIC_URL: z.url({
    protocol: /^https?$/,
    error: 'must be the address people open, such as https://desk.clinic.example',
  }),
  FORAMEN_DATA: z.string().min(1).default('data'),
  FORAMEN_FILES_SECRET: unset.or(z.string().min(32, 'must be at least 32 random characters')).optional(),
  FORAMEN_DEMO: z.enum(['0', '1']).default('0'),
  CLINIC_TIME_ZONE: timeZone.default('America/New_York'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  SMTP_URL: unset
    .or(
      z.url({
        protocol: /^smtps?$/,
        error: 'must be smtp://user:password@host:587, or smtps:// for TLS from the start',
      }),
    )
    .optional(),
  MAIL_FROM: unset
    .or(
      z
        .string()
        .regex(
          /^([^<>"\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
          'must be an address people know, such as Spine Institute <desk@clinic.example>',
        ),
    )
    .optional(),
});
const whole = shape.refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
  path: ['MAIL_FROM'],
  error: 'must say whom mail comes from, such as Spine Institute <desk@clinic.example>, where SMTP_URL is set',
});

type Env = {
  readonly databaseUrl: string;
  readonly databasePool: number;
  readonly secret: string;
  /** Where files lie. */
  readonly dataDir: string;
  /** What they are encrypted with; a clinic may keep it apart from the secret of the sessions. */
  readonly filesSecret: string;
  readonly publicUrl: string;
  readonly isHttps: boolean;
  readonly isDemo: boolean;
  readonly isDevelopment: boolean;
  readonly clinicTimeZone: string;
  /** Null: messages are listed and not sent. */
  readonly mail: { readonly url: string; readonly from: string } | null;
};

let known: Env | undefined;

export function env(): Env {
  known ??= read();
  return known;
}

function read(): Env {
  const parsed = whole.safeParse(process.env);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`).join('\n');
    throw new Error(
      `The environment is not complete:\n${wrong}\nStart with "npm start" or "npm run demo", which set these.`,
    );
  }
  const { data } = parsed;
  // next-auth reads its own name for the public address.
  process.env.NEXTAUTH_URL = data.PUBLIC_URL;
  return {
    databaseUrl: data.DATABASE_URL,
    databasePool: data.DATABASE_POOL,
    secret: data.FORAMEN_SECRET,
    dataDir: data.FORAMEN_DATA,
    filesSecret: data.FORAMEN_FILES_SECRET ?? data.FORAMEN_SECRET,
    publicUrl: data.PUBLIC_URL.replace(/\/+$/, ''),
    isHttps: data.PUBLIC_URL.startsWith('https:'),
    isDemo: data.FORAMEN_DEMO === '1',
    isDevelopment: process.env.NODE_ENV === 'development',
    clinicTimeZone: data.CLINIC_TIME_ZONE,
    // People of the demo are made up; their addresses may not be.
    mail:
      data.SMTP_URL && data.MAIL_FROM && data.FORAMEN_DEMO === '0'
        ? { url: data.SMTP_URL, from: data.MAIL_FROM }
        : null,
  };
}
