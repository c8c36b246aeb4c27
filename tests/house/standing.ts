import { sql } from './database';

let question: string | undefined;

/** A fingerprint of every table but the audit: two that are equal say that nothing was written in between. */
export async function standing(ask = sql): Promise<Record<string, string>> {
  question ??= await asked(ask);
  const [row] = await ask<Record<string, string>>(question);
  return row ?? {};
}

async function asked(ask: typeof sql): Promise<string> {
  const tables = await ask<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'audit' order by 1`,
  );
  const prints = tables.map(
    ({ name }) =>
      `(select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "${name}" t) as "${name}"`,
  );
  return `select ${prints.join(', ')}`;
}

/** The outcome of an attempt: `done`, or the code of the refusal. What is not a refusal is thrown on. */
export async function outcomeOf(attempt: () => Promise<unknown>): Promise<string> {
  try {
    await attempt();
    return 'done';
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'fields' in error) return String(error.code);
    throw error;
  }
}
