// Next behind its gate; if its starter is killed, their pipe breaks and the desk ends in order.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { keepGate, keepWords } from './gate.mjs';

process.stdin.on('close', () => process.kill(process.pid, 'SIGTERM')).on('error', () => {});
process.stdin.resume();
keepGate();
keepWords();
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // `next dev` serves from a child of its own, which needs the gate too.
  process.execArgv.push('--import', import.meta.url);
  // Called this way, as Node 20.9 does not run a file without an extension once another is imported before it.
  createRequire(import.meta.url)('next/dist/bin/next');
}
