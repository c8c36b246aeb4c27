/** Before the first request: the environment is whole, the schema is current, and a new clinic has a way in. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { wakeUp } = await import('./lib/door/wake-up');
  const { releaseIdleClaims } = await import('./lib/commands/release-idle-claims');
  const { forgetAnswers } = await import('./lib/commands/forget-answers');
  const { escalateAlarms } = await import('./lib/commands/escalate-alarms');
  const { foldRollups } = await import('./lib/commands/fold-rollups');
  const { sweepFiles } = await import('./lib/commands/sweep-files');
  const { queueDigests } = await import('./lib/commands/queue-digests');
  const { sendMail } = await import('./lib/commands/send-mail');
  const { deliver } = await import('./lib/door/post-office');
  const { keepAtWork } = await import('./lib/door/at-work');
  const { findImportWork } = await import('./lib/commands/find-import-work');
  const { readImportFile } = await import('./lib/commands/read-import-file');
  const { checkImportRows } = await import('./lib/commands/check-import-rows');
  const { storeImportRows } = await import('./lib/commands/store-import-rows');
  const { undoImportRows } = await import('./lib/commands/undo-import-rows');
  await wakeUp(
    [
      (house) => releaseIdleClaims(house, {}),
      (house) => forgetAnswers(house, {}),
      (house) => foldRollups(house, {}),
      (house) => escalateAlarms(house, {}),
      (house) => queueDigests(house, {}),
      (house) => sweepFiles(house, {}),
    ],
    [(house) => deliver(() => sendMail(house, {}))],
  );
  keepAtWork(findImportWork, {
    reading: readImportFile,
    checking: checkImportRows,
    storing: storeImportRows,
    undoing: undoImportRows,
  });
}
