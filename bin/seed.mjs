import { inRoot } from './place.mjs';
import { runNode } from './run.mjs';

/** Migrates, and fills an empty database with the demo clinic; says what it does. */
export async function seedDemo(env) {
  const { code } = await runNode(['--conditions=react-server', '--import', 'tsx', inRoot('db/seed/run.ts')], { env });
  if (code !== 0) throw new Error('The demo clinic could not be made; the message is above.');
}
