import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** Takes the lock or says who holds it. Made whole and linked into place, so that nobody reads half a lock. */
export function takeLock(file, what) {
  const draft = `${file}.${process.pid}`;
  const mine = { pid: process.pid, began: beganAt(process.pid), what, since: new Date().toISOString() };
  writeFileSync(draft, JSON.stringify(mine));
  try {
    for (let wasStale = false; ; wasStale = true) {
      if (linked(draft, file)) return { isMine: true, wasStale, release: () => release(file) };
      const held = holder(file);
      if (held) return { isMine: false, held };
      clearStale(file);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** When a process began; null once it has ended, also when nobody has reaped it yet. */
export function beganAt(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return null;
  }
  try {
    const [state, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return state === 'Z' || state === 'X' ? null : fields[18];
  } catch {
    return 'unknown';
  }
}

/** The process of this lock, unless it has ended or another one got its number. */
function holder(file) {
  try {
    const held = JSON.parse(readFileSync(file, 'utf8'));
    const began = Number.isInteger(held.pid) && held.pid > 0 ? beganAt(held.pid) : null;
    const isSame = began === held.began || began === 'unknown' || held.began === 'unknown';
    return began !== null && isSame ? held : null;
  } catch {
    return null;
  }
}

function linked(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** One at a time, and it looks again: two that find the same dead lock must not remove each other's new one. */
function clearStale(file) {
  const turn = `${file}.turn`;
  try {
    writeFileSync(turn, '', { flag: 'wx' });
  } catch {
    if (ageOf(turn) > 5000) rmSync(turn, { force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    return;
  }
  try {
    if (!holder(file)) rmSync(file, { force: true });
  } finally {
    rmSync(turn, { force: true });
  }
}

function ageOf(file) {
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

function release(file) {
  if (holder(file)?.pid === process.pid) rmSync(file, { force: true });
}
