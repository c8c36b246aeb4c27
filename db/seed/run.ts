import { hash } from '@node-rs/argon2';
import { sql } from 'drizzle-orm';
import { dayOf } from '@/lib/domain/working-time';
import { env } from '@/lib/env';
import { pool, transact } from '../client';
import { migrate } from '../migrate';
import { hasStaff, holdsDemo } from '../staff';
import { DEMO_SEED, demoClinic } from './clinic';
import { DEMO_PASSWORD } from './staff';
import { storeClinic } from './store';

/** Any number other than that of the migrations. */
const LOCK = 7_263_626;
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

async function seed() {
  const { databaseUrl, isDemo, clinicTimeZone } = env();
  if (!isDemo)
    throw new Error(
      'The demo clinic is made only where FORAMEN_DEMO=1: it brings known passwords. Start it with "npm run demo".',
    );
  await migrate(databaseUrl);
  const found = await whoseClinic();
  if (found === 'a real one') throw new Error('This database belongs to a real clinic: the demo does not open it.');
  if (found === 'the demo') return console.log('demo clinic: already there');
  const now = new Date();
  const clinic = demoClinic(DEMO_SEED, now, { timeZone: clinicTimeZone, opens: 9, closes: 17, holidays: [] });
  console.log(`demo clinic: ${clinic.lived.length} synthetic requests up to ${dayOf(now, clinicTimeZone)} worked out`);
  const passwordHash = await hash(DEMO_PASSWORD, ARGON);
  const isMine = await transact(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    const isEmpty = !(await hasStaff(tx));
    if (isEmpty) await storeClinic(tx, clinic, passwordHash);
    return isEmpty;
  });
  console.log(isMine ? 'demo clinic: stored' : 'demo clinic: made by another start meanwhile');
}

async function whoseClinic(): Promise<'nobody' | 'the demo' | 'a real one'> {
  return transact(async (tx) =>
    (await hasStaff(tx)) ? ((await holdsDemo(tx)) ? 'the demo' : 'a real one') : 'nobody',
  );
}

try {
  await seed();
  await pool().end();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
