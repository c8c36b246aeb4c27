import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clinic, freePort } from '../house/clinic';
import { Writers } from './writers';

const ROUNDS = Number(process.env.TORTURE_ROUNDS ?? 10);
const dataDir = mkdtempSync(join(tmpdir(), 'foramen-kill-'));
let clinic: Clinic;

beforeAll(async () => {
  clinic = new Clinic(dataDir, await freePort());
  await clinic.start();
}, 180_000);
afterAll(async () => {
  await clinic.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test(
  `${ROUNDS} times killed under writes, every acknowledged write is there once, with its event and audit row`,
  async () => {
    const writers = await Writers.at(clinic.url);
    for (let round = 1; round <= ROUNDS; round++) {
      const writing = writers.writeUntilCut(6);
      // A different moment each round: the sequence is fixed, the machine is not.
      await new Promise((resolve) => setTimeout(resolve, 150 + ((round * 397) % 1_100)));
      await clinic.killEverything();
      await writing;
      await clinic.start();
      expect(clinic.postmasters(), `round ${round}: one PostgreSQL`).toHaveLength(1);
      await writers.retryWhatWasCut();
      expect(await writers.faults((text, values) => clinic.sql(text, values)), `round ${round}`).toEqual([]);
    }
    console.log(
      `${ROUNDS} rounds, ${writers.acknowledged} acknowledged writes, ${writers.retried} of them retried after a cut`,
    );
    expect(writers.acknowledged).toBeGreaterThan(ROUNDS * 5);
  },
  ROUNDS * 30_000 + 60_000,
);
