import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beganAt } from './lock.mjs';
import { say } from './place.mjs';
import { until } from './run.mjs';

/** A server whose starter was killed goes on without it: it is ended in order, its data are whole. */
export async function endLeftover(cluster) {
  const postmaster = postmasterOf(cluster);
  const isGone = () => processesOf(cluster).length === 0;
  if (!isGone()) {
    say(`Ending the PostgreSQL that an earlier start left behind (process ${postmaster ?? processesOf(cluster)}) ...`);
    if (postmaster) tell([postmaster], 'SIGINT');
    if (!(await until(isGone, () => false, 20))) tell(processesOf(cluster), 'SIGQUIT');
    if (!(await until(isGone, () => false, 5))) tell(processesOf(cluster), 'SIGKILL');
    if (!(await until(isGone, () => false, 5)))
      throw new Error(`An earlier PostgreSQL does not end: ${processesOf(cluster)}`);
  }
  // Nobody runs it, so the number in there is a stranger's, whom PostgreSQL would take for itself.
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** Does anybody still serve this cluster? */
export const isServed = (cluster) => processesOf(cluster).length > 0;

/** A server and its children work in their cluster's directory; a parent's death cannot hide them. */
function processesOf(cluster) {
  const postmaster = postmasterOf(cluster);
  if (!existsSync('/proc/self/cwd') || !existsSync(cluster)) return postmaster ? [postmaster] : [];
  const place = realpathSync(cluster);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && worksIn(name, place))
    .map(Number);
}

function worksIn(pid, place) {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === place && readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
    );
  } catch {
    return false;
  }
}

/** The process that postmaster.pid names, if it is ours and not a stranger that got its number. */
function postmasterOf(cluster) {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return beganAt(pid) !== null && commandOf(pid).includes(cluster) ? pid : null;
  } catch {
    return null;
  }
}

function commandOf(pid) {
  if (existsSync('/proc/self')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
}

function tell(pids, signal) {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // it has ended
    }
  }
}
