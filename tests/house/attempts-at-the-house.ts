import { randomUUID } from 'node:crypto';
import { beginImport } from '@/lib/commands/begin-import';
import { changePassword } from '@/lib/commands/change-password';
import { changeStaffRole } from '@/lib/commands/change-staff-role';
import { changeView } from '@/lib/commands/change-view';
import { checkImport } from '@/lib/commands/check-import';
import { checkImportRows } from '@/lib/commands/check-import-rows';
import { createKey } from '@/lib/commands/create-key';
import { deleteView } from '@/lib/commands/delete-view';
import { disableStaff } from '@/lib/commands/disable-staff';
import { dropImport } from '@/lib/commands/drop-import';
import { enableStaff } from '@/lib/commands/enable-staff';
import { endImport } from '@/lib/commands/end-import';
import { endSession } from '@/lib/commands/end-session';
import { escalateAlarms } from '@/lib/commands/escalate-alarms';
import { findImportWork } from '@/lib/commands/find-import-work';
import { foldRollups } from '@/lib/commands/fold-rollups';
import { forgetAnswers } from '@/lib/commands/forget-answers';
import { inviteStaff } from '@/lib/commands/invite-staff';
import { keepImportPiece } from '@/lib/commands/keep-import-piece';
import { leaveMail } from '@/lib/commands/leave-mail';
import { openSession } from '@/lib/commands/open-session';
import { queueDigests } from '@/lib/commands/queue-digests';
import { readImportFile } from '@/lib/commands/read-import-file';
import { redeemLink } from '@/lib/commands/redeem-link';
import { releaseIdleClaims } from '@/lib/commands/release-idle-claims';
import { resendMail } from '@/lib/commands/resend-mail';
import { resetStaff } from '@/lib/commands/reset-staff';
import { restoreView } from '@/lib/commands/restore-view';
import { revokeKey } from '@/lib/commands/revoke-key';
import { rotateKey } from '@/lib/commands/rotate-key';
import { saveView } from '@/lib/commands/save-view';
import { sealSearch } from '@/lib/commands/seal-search';
import { sendMail } from '@/lib/commands/send-mail';
import { setPreferences } from '@/lib/commands/set-preferences';
import { shareView } from '@/lib/commands/share-view';
import { storeImport } from '@/lib/commands/store-import';
import { storeImportRows } from '@/lib/commands/store-import-rows';
import { undoImport } from '@/lib/commands/undo-import';
import { undoImportRows } from '@/lib/commands/undo-import-rows';
import type { Actor } from '@/lib/domain/permissions';
import { countMail } from '@/lib/queries/count-mail';
import { exportBadRows } from '@/lib/queries/export-bad-rows';
import { exportRequests } from '@/lib/queries/export-requests';
import { hearEvents } from '@/lib/queries/hear-events';
import { listFollowUps } from '@/lib/queries/list-follow-ups';
import { listImports } from '@/lib/queries/list-imports';
import { listKeys } from '@/lib/queries/list-keys';
import { listMail } from '@/lib/queries/list-mail';
import { listReadings } from '@/lib/queries/list-readings';
import { listSessions } from '@/lib/queries/list-sessions';
import { listStaff } from '@/lib/queries/list-staff';
import { listViews } from '@/lib/queries/list-views';
import { openImport } from '@/lib/queries/open-import';
import { openLink } from '@/lib/queries/open-link';
import { openReview } from '@/lib/queries/open-review';
import { openView } from '@/lib/queries/open-view';
import { pipelineStats } from '@/lib/queries/pipeline-stats';
import { readAudit } from '@/lib/queries/read-audit';
import { readSession } from '@/lib/queries/read-session';
import { worklist } from '@/lib/queries/worklist';
import type { Attempt } from './attempts';
import { theCast } from './cast';
import { aRow, asCsv, HEADER } from './csv-rows';
import { sql } from './database';
import { aCheckedFile, aStoredFile, upload } from './files';
import type { Whose } from './matrix';
import { aRequest, theRow } from './requests';

export const PASSWORD = 'four words of a test 7';
/** Of PASSWORD, made once: hashing is slow on purpose. */
const HASH = '$argon2id$v=19$m=19456,t=2,p=1$Smv3TiC6NQyFcl/SQMrDVA$BYTyRSKSlRTIj/DXr4K7FCSnHNBUns03Roa6vy/060g';
const SELVES: readonly Whose[] = ['own', "another's", 'never was'];

/** About nothing that belongs to somebody. */
const asking = (action: string, act: Attempt['act'], said: unknown = {}): Attempt => ({
  action,
  act,
  whose: ['none'],
  say: async () => said,
});
const quietly = (action: string, act: Attempt['act']): Attempt => ({ ...asking(action, act), isQuiet: true });

const aboutStaff = (action: string, act: Attempt['act'], more: object = {}): Attempt => ({
  action,
  act,
  whose: SELVES,
  say: async (actor, whose) => ({ staffId: staffIdFor(actor, whose), ...more }),
});

function staffIdFor(actor: Actor, whose: Whose): string {
  if (whose === 'never was') return randomUUID();
  const { otherAdmin, manager } = theCast();
  return whose === 'own' ? (actor.id ?? manager.id) : otherAdmin.id;
}

const aView = async (owner: Actor) => (await saveView(owner, { name: 'Mine', question: { view: 'all' } })).viewId;

/** A view of who tries, or of somebody else: nobody's role makes it theirs. */
const onView = (action: string, act: Attempt['act'], more: object = {}): Attempt => ({
  action,
  act,
  whose: SELVES,
  async say(actor, whose) {
    const { coordinator, otherManager } = theCast();
    const mayKeep = ['coordinator', 'surgeon', 'manager'].includes(actor.role);
    const owner = whose === 'own' ? (mayKeep ? actor : coordinator) : otherManager;
    const viewId = whose === 'never was' ? randomUUID() : await aView(owner);
    if (action === 'view.restore' && whose !== 'never was') await deleteView(owner, { viewId });
    return { viewId, ...more };
  },
});

/** A message to somebody that failed: nobody's in particular. */
const onMail = (action: string, act: Attempt['act']): Attempt => ({
  action,
  act,
  whose: ["nobody's", 'never was'],
  say: async (_actor, whose) => ({ mailId: whose === 'never was' ? randomUUID() : await aFailedMail() }),
});

async function aFailedMail(): Promise<string> {
  const { id } = await theRow(await aRequest({ consents: { review: true, email: true } }));
  const [mail] = await sql<{ id: string }>("update mail set state = 'failed' where request_id = $1 returning id", [id]);
  return mail?.id ?? '';
}

const newMember = () => ({ email: `${randomUUID()}@example.com`, name: 'New Member', role: 'manager' });
const aToken = async () => (await inviteStaff(theCast().admin, newMember())).token;

let files = 0;
const aFile = () => {
  files += 1;
  return asCsv([HEADER, aRow(files * 1_000)]);
};
const importer = (actor: Actor) => (['coordinator', 'manager'].includes(actor.role) ? actor : theCast().manager);
/** A file of who tries, or of a manager where it could not be theirs. */
const onFile = (
  action: string,
  act: Attempt['act'],
  told: (actor: Actor) => Promise<object>,
  isQuiet = false,
): Attempt => ({
  ...(isQuiet ? quietly : asking)(action, act),
  say: (actor) => told(importer(actor)),
});
const checked = async (actor: Actor) => ({ batchId: await aCheckedFile(actor, aFile()) });

const ON_FILES: readonly Attempt[] = [
  quietly('import.list', listImports),
  asking('import.upload', beginImport, { source: 'x', fileName: 'x.csv', bytes: 1 }),
  onFile(
    'import.upload',
    keepImportPiece,
    async (actor) => ({
      batch: (await beginImport(actor, { source: 'x', fileName: 'x.csv', bytes: 1 })).batchId,
      nth: 0,
      bytes: Buffer.from('x'),
    }),
    true,
  ),
  onFile('import.upload', endImport, async (actor) => {
    const { batchId } = await beginImport(actor, { source: 'x', fileName: 'x.csv', bytes: 40 });
    const bytes = Buffer.from(`one ${batchId}`);
    await keepImportPiece(actor, { batch: batchId, nth: 0, bytes });
    return { batchId, bytes: bytes.length };
  }),
  onFile('import.open', openImport, checked),
  onFile('import.check', checkImport, async (actor) => {
    const { batchId } = await checked(actor);
    return { batchId, fields: (await openImport(actor, { batchId })).fields, days: 'mdy' };
  }),
  onFile('import.store', storeImport, async (actor) => ({ ...(await checked(actor)), takes: 'all' })),
  onFile('import.undo', undoImport, async (actor) => ({ batchId: await aStoredFile(actor, aFile()) })),
  onFile('import.drop', dropImport, checked),
  onFile('import.export', exportBadRows, async (actor) => ({ batch: (await checked(actor)).batchId })),
  quietly('import.work', findImportWork),
  onFile('import.work', readImportFile, async (actor) => ({ batchId: (await upload(actor, aFile())).batchId })),
  onFile('import.work', checkImportRows, checked),
  onFile('import.work', storeImportRows, checked),
  onFile('import.work', undoImportRows, checked),
];

/** Attempts at everything that is not one request: lists, numbers, accounts, keys, sessions, timers. */
export const AT_THE_HOUSE: readonly Attempt[] = [
  asking('request.list', worklist),
  asking('request.export', exportRequests),
  asking('review.open', openReview),
  asking('follow_up.list', listFollowUps),
  quietly('event.hear', hearEvents),
  quietly('reading.list', listReadings),
  quietly('stats.read', pipelineStats),
  asking('audit.read', readAudit),
  asking('staff.list', listStaff),
  { ...asking('staff.invite', inviteStaff), say: async () => newMember() },
  aboutStaff('staff.reset', resetStaff),
  aboutStaff('staff.change_role', changeStaffRole, { role: 'admin' }),
  aboutStaff('staff.disable', disableStaff),
  aboutStaff('staff.enable', enableStaff),
  asking('key.list', listKeys),
  asking('key.create', createKey, { name: 'web form' }),
  {
    ...asking('key.rotate', rotateKey),
    say: async () => ({ keyId: (await createKey(theCast().admin, { name: 'web form' })).id, overlap: 'day' }),
  },
  {
    ...asking('key.revoke', revokeKey),
    say: async () => ({ keyId: (await createKey(theCast().admin, { name: 'web form' })).id }),
  },
  { ...asking('link.open', openLink), say: async () => ({ token: await aToken() }) },
  { ...asking('link.redeem', redeemLink), say: async () => ({ token: await aToken(), password: PASSWORD }) },
  {
    ...asking('session.open', openSession),
    async say() {
      const { otherManager } = theCast();
      await sql('update staff set password_hash = $2 where id = $1', [otherManager.id, HASH]);
      return { email: `${otherManager.id}@example.com`, password: PASSWORD, address: null, device: null };
    },
  },
  quietly('session.read', readSession),
  asking('session.list', listSessions),
  aboutStaff('session.end', endSession, { which: 'all' }),
  {
    ...asking('password.change', changePassword),
    async say(actor) {
      await sql('update staff set password_hash = $2 where id = $1', [actor.id, HASH]);
      return { current: PASSWORD, password: 'another four words 8' };
    },
  },
  { ...quietly('preferences.set', setPreferences), say: async () => ({ hasSingleKeys: false }) },
  { ...quietly('search.seal', sealSearch), say: async () => ({ words: 'ana delgado' }) },
  quietly('view.list', listViews),
  {
    ...quietly('view.open', openView),
    async say() {
      const viewId = await aView(theCast().coordinator);
      await shareView(theCast().coordinator, { viewId, isShared: true });
      return { viewId };
    },
  },
  asking('view.save', saveView, { name: 'Florida', question: { view: 'new', region: 'lumbar' } }),
  onView('view.share', shareView, { isShared: true }),
  onView('view.change', changeView, { name: 'Other' }),
  onView('view.delete', deleteView),
  onView('view.restore', restoreView),
  quietly('claim.expire', releaseIdleClaims),
  quietly('alarm.escalate', escalateAlarms),
  quietly('answers.forget', forgetAnswers),
  quietly('rollups.fold', foldRollups),
  asking('mail.list', listMail),
  onMail('mail.resend', resendMail),
  onMail('mail.leave', leaveMail),
  quietly('mail.count', countMail),
  quietly('mail.send', sendMail),
  quietly('digest.queue', queueDigests),
  ...ON_FILES,
];
