import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, wherever the command was called from. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const inRoot = (...parts) => join(ROOT, ...parts);
export const say = (line) => process.stdout.write(`${line}\n`);

// A terminal that has closed must not end us half-way.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

/** A folder for its owner. Under root others may pass through, as PostgreSQL's account must, but not look around. */
export function makePlace(folder) {
  if (mkdirSync(folder, { recursive: true })) chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
}

/** Ends the command with a sentence, not a stack. */
export function fail(line) {
  process.stderr.write(`\n${line}\n`);
  process.exit(1);
}
