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

const shape = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be postgres://user:password@host:port/name' }),
  FORAMEN_SECRET: z.string().min(32, 'must be at least 32 random characters'),
  PUBLIC_URL: z.url({
    protocol: /^https?$/,
    error: 'must be the address people open, such as https://desk.clinic.example',
  }),
  FORAMEN_DEMO: z.enum(['0', '1']).default('0'),
  CLINIC_TIME_ZONE: timeZone.default('America/New_York'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
});

type Env = {
  readonly databaseUrl: string;
  readonly databasePool: number;
  readonly secret: string;
  readonly publicUrl: string;
  readonly isHttps: boolean;
  readonly isDemo: boolean;
  readonly isDevelopment: boolean;
  readonly clinicTimeZone: string;
};

let known: Env | undefined;

export function env(): Env {
  known ??= read();
  return known;
}

function read(): Env {
  const parsed = shape.safeParse(process.env);
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
    publicUrl: data.PUBLIC_URL.replace(/\/+$/, ''),
    isHttps: data.PUBLIC_URL.startsWith('https:'),
    isDemo: data.FORAMEN_DEMO === '1',
    isDevelopment: process.env.NODE_ENV === 'development',
    clinicTimeZone: data.CLINIC_TIME_ZONE,
  };
}
