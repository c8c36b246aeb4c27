import { linkSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';

/** What holds a lock: the process and, against reused numbers, when it began. */
function holder(file) {
  try {
    const held = JSON.parse(readFileSync(file, 'utf8'));
    return isAlive(held.pid) && (held.began === null || held.began === beganAt(held.pid)) ? held : null;
  } catch {
    return null;
  }
}

/** Takes the lock or returns who holds it. Made whole and linked into place, so that nobody sees half a lock. */
export function takeLock(file, what) {
  const mine = { pid: process.pid, began: beganAt(process.pid), what, since: new Date().toISOString() };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        linkSync(draft, file);
        return { isMine: true, release: () => release(file) };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
        const held = holder(file);
        if (held) return { isMine: false, held };
        rmSync(file, { force: true });
      }
    }
    return { isMine: false, held: holder(file) ?? { pid: 0, what: 'another start' } };
  } finally {
    unlinkSync(draft);
  }
}

function release(file) {
  if (holder(file)?.pid === process.pid) rmSync(file, { force: true });
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Field 22 of /proc/PID/stat; null where there is no /proc. */
function beganAt(pid) {
  try {
    return (
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? null
    );
  } catch {
    return null;
  }
}
