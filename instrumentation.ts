/** Before the first request: the environment is whole, the schema is current, and a new clinic has a way in. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { wakeUp } = await import('./lib/door/wake-up');
  const { releaseIdleClaims } = await import('./lib/commands/release-idle-claims');
  const { forgetAnswers } = await import('./lib/commands/forget-answers');
  const { foldRollups } = await import('./lib/commands/fold-rollups');
  await wakeUp([
    (house) => releaseIdleClaims(house, {}),
    (house) => forgetAnswers(house, {}),
    (house) => foldRollups(house, {}),
  ]);
}
