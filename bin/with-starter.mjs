// Loaded into the desk before Next: if its starter is killed, their pipe breaks and the desk ends in order.
import { keepGate, keepWords } from './gate.mjs';

process.stdin.on('close', () => process.kill(process.pid, 'SIGTERM')).on('error', () => {});
process.stdin.resume();
keepGate();
keepWords();
