import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, wherever the command was called from. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const inRoot = (...parts) => join(ROOT, ...parts);
export const say = (line) => process.stdout.write(`${line}\n`);

/** Ends the command with a sentence, not a stack. */
export function fail(line) {
  process.stderr.write(`\n${line}\n`);
  process.exit(1);
}
