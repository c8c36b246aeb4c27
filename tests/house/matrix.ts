import type { Role } from '@/lib/domain/permissions';

/** The second copy of who may do what, written by hand from the security specification (section 3) and the table of stages. It never reads permissions.ts. */
export const ROLES = [
  'public',
  'intake',
  'coordinator',
  'surgeon',
  'manager',
  'admin',
  'system',
] as const satisfies readonly Role[];

/** own: the surgeon's request. pool: own, or ready for review and nobody's. author: wrote it. heir: that too, or whoever wrote it has left. self: is it. other: anyone but oneself. */
export type Cell = '-' | 'any' | 'own' | 'pool' | 'author' | 'heir' | 'self' | 'other';

const TABLE = `
                      public  intake  coordinator  surgeon  manager  admin  system
  request.submit      -       any     any          -        -        -      -
  form.begin          any     -       any          any      any      any    -
  form.open           any     -       any          any      any      any    -
  form.keep           any     -       any          any      any      any    -
  form.send           any     -       any          any      any      any    -
  status.open         any     -       any          any      any      any    -
  status.confirm      any     -       any          any      any      any    -
  request.withdraw    any     -       any          any      any      any    -
  contact.choose      any     -       any          any      any      any    -
  document.send       any     -       any          any      any      any    -
  document.add        -       -       any          own      -        -      -
  document.read       -       -       any          own      any      -      -
  document.remove     -       -       any          own      -        -      -
  files.sweep         -       -       -            -        -        -      any
  request.list        -       -       any          pool     any      -      -
  request.export      -       -       -            -        any      -      -
  import.list         -       -       any          -        any      -      -
  import.upload       -       -       any          -        any      -      -
  import.open         -       -       any          -        any      -      -
  import.check        -       -       any          -        any      -      -
  import.store        -       -       any          -        any      -      -
  import.undo         -       -       any          -        any      -      -
  import.drop         -       -       any          -        any      -      -
  import.export       -       -       any          -        any      -      -
  import.work         -       -       -            -        -        -      any
  request.open        -       -       any          own      any      -      -
  request.correct     -       -       any          -        -        -      -
  request.move        -       -       any          pool     any      -      -
  request.triage      -       -       any          -        any      -      -
  request.ask         -       -       any          -        -        -      -
  request.ready       -       -       any          -        -        -      -
  request.claim       -       -       -            pool     -        -      -
  request.release     -       -       -            own      -        -      any
  request.book        -       -       any          -        -        -      -
  request.close       -       -       any          -        any      -      -
  request.reopen      -       -       any          -        any      -      -
  request.assign      -       -       any          own      any      -      -
  request.compare     -       -       any          -        any      -      -
  request.merge       -       -       any          -        any      -      -
  request.unmerge     -       -       any          -        any      -      -
  duplicate.list      -       -       any          own      any      -      -
  duplicate.match     -       -       any          -        -        -      -
  duplicate.dismiss   -       -       any          -        any      -      -
  request.tag         -       -       any          own      any      -      -
  change.undo         -       -       any          -        any      -      -
  review.open         -       -       -            any      -        -      -
  candidacy.decide    -       -       -            own      -        -      -
  decision.amend      -       -       -            author   -        -      -
  note.write          -       -       any          own      any      -      -
  note.addend         -       -       author       author   author   -      -
  contact.log         -       -       any          -        -        -      -
  follow_up.schedule  -       -       any          own      any      -      -
  follow_up.complete  -       -       any          self     any      -      -
  follow_up.list      -       -       any          own      any      -      -
  event.hear          -       -       any          pool     any      -      -
  reading.keep        -       -       any          own      any      -      -
  reading.list        -       -       any          own      any      -      -
  draft.keep          -       -       any          own      any      -      -
  draft.drop          -       -       any          own      any      -      -
  draft.read          -       -       any          own      any      -      -
  stats.read          -       -       any          own      any      any    -
  audit.read          -       -       self         self     any      any    -
  staff.list          -       -       -            -        -        any    -
  staff.invite        -       -       -            -        -        any    -
  staff.reset         -       -       -            -        -        other  -
  staff.change_role   -       -       -            -        -        other  -
  staff.disable       -       -       -            -        -        other  -
  staff.enable        -       -       -            -        -        other  -
  key.list            -       -       -            -        -        any    -
  key.create          -       -       -            -        -        any    -
  key.rotate          -       -       -            -        -        any    -
  key.revoke          -       -       -            -        -        any    -
  link.open           any     -       any          any      any      any    -
  link.redeem         any     -       any          any      any      any    -
  session.open        any     -       any          any      any      any    -
  session.read        -       -       self         self     self     self   -
  session.list        -       -       self         self     self     self   -
  session.end         -       -       self         self     self     any    -
  search.seal         -       -       any          any      any      -      -
  view.list           -       -       self         self     self     -      -
  view.open           -       -       any          any      any      -      -
  view.save           -       -       self         self     self     -      -
  view.share          -       -       author       -        author   -      -
  view.change         -       -       author       author   author   -      -
  view.delete         -       -       author       author   heir     -      -
  view.restore        -       -       author       author   heir     -      -
  preferences.set     -       -       self         self     self     self   -
  password.change     -       -       self         self     self     self   -
  claim.expire        -       -       -            -        -        -      any
  answers.forget      -       -       -            -        -        -      any
  rollups.fold        -       -       -            -        -        -      any
  alarm.escalate      -       -       -            -        -        -      any
  alarm.acknowledge   -       -       any          pool     any      -      -
  request.raise       -       -       any          pool     any      -      -
  request.remind      -       -       any          -        -        -      -
  mail.list           -       -       any          -        any      -      -
  mail.resend         -       -       any          -        any      -      -
  mail.leave          -       -       any          -        any      -      -
  mail.count          -       -       -            -        -        any    -
  mail.send           -       -       -            -        -        -      any
  digest.queue        -       -       -            -        -        -      any
`;

export const MATRIX: Readonly<Record<string, Readonly<Record<Role, Cell>>>> = Object.fromEntries(
  TABLE.trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [action = '', ...cells] = line.trim().split(/\s+/);
      return [action, Object.fromEntries(ROLES.map((role, at) => [role, cells[at]])) as Record<Role, Cell>];
    }),
);

/** Whose the subject of an attempt is, seen from who tries. */
export type Whose = 'own' | "another's" | 'free' | "nobody's" | 'none' | 'never was';

/** `done` or the code of the refusal. `free` is ready for review and nobody's. */
export function expected(action: string, role: Role, whose: Whose, isMove = false): string {
  const cell = MATRIX[action]?.[role] ?? '-';
  if (isMove) {
    const allowed = expected('request.move', role, whose);
    return allowed === 'done' && !holds(cell, whose) ? 'illegal_move' : allowed;
  }
  if (cell === '-') return role === 'public' ? 'unauthenticated' : 'forbidden';
  if (whose === 'none') return 'done';
  return whose !== 'never was' && holds(cell, whose) ? 'done' : 'not_found';
}

export function holds(cell: Cell, whose: Whose): boolean {
  const may: Record<Cell, readonly Whose[]> = {
    '-': [],
    any: ['own', "another's", 'free', "nobody's"],
    own: ['own'],
    pool: ['own', 'free'],
    author: ['own'],
    heir: ['own'],
    self: ['own'],
    other: ["another's", "nobody's"],
  };
  return may[cell].includes(whose);
}

/** Every address of the API and the action behind it. `open` asks no role. A test fails on an address that is not here. */
export const ROUTES: Readonly<Record<string, readonly string[]>> = {
  '/api/v1/requests': ['GET request.list', 'POST request.submit'],
  '/api/v1/requests/export': ['GET request.export'],
  '/api/v1/requests/[number]': ['GET request.open'],
  '/api/v1/requests/[number]/notes': ['POST note.write'],
  '/api/v1/requests/[number]/contacts': ['POST contact.log'],
  '/api/v1/requests/[number]/follow-ups': ['POST follow_up.schedule'],
  '/api/v1/requests/[number]/decisions': ['POST candidacy.decide', 'POST decision.amend'],
  '/api/v1/requests/[number]/moves': ['POST request.move'],
  '/api/v1/requests/[number]/assignments': ['POST request.assign'],
  '/api/v1/requests/[number]/corrections': ['POST request.correct'],
  '/api/v1/requests/[number]/tags': ['POST request.tag'],
  '/api/v1/requests/[number]/acknowledgements': ['POST alarm.acknowledge'],
  '/api/v1/requests/[number]/urgency': ['POST request.raise'],
  '/api/v1/requests/[number]/reminders': ['POST request.remind'],
  '/api/v1/fhir': ['POST request.submit'],
  '/api/v1/fhir/metadata': ['open'],
  '/api/v1/fhir/Questionnaire/mri-review': ['open'],
  '/api/imports': ['GET import.list'],
  '/api/imports/pieces': ['POST import.upload'],
  '/api/imports/[batch]/bad-rows': ['GET import.export'],
  '/api/requests/[number]/documents': ['POST document.add'],
  '/api/requests/[number]/documents/[document]': ['GET document.read'],
  '/api/v1/claims': ['POST request.claim'],
  '/api/v1/follow-ups': ['GET follow_up.list'],
  '/api/v1/follow-ups/[followUpId]/completions': ['POST follow_up.complete'],
  '/api/v1/events': ['GET event.hear'],
  '/api/v1/readings': ['GET reading.list'],
  '/api/v1/requests/[number]/readings': ['POST reading.keep'],
  '/api/v1/stats/pipeline': ['GET stats.read'],
  '/api/v1/[[...path]]': ['open'],
  '/api/v1/openapi.json': ['open'],
  '/api/auth/[...nextauth]': ['session.open', 'session.end'],
  '/api/drafts/[number]': ['GET draft.read', 'POST draft.keep', 'DELETE draft.drop'],
  '/api/matches': ['POST duplicate.match'],
  '/api/session': ['session.read'],
  '/review-request/begin': ['form.begin'],
  '/review-request/[token]/keep': ['form.keep'],
  '/review-request/[token]/send': ['form.send'],
  '/status/[token]/confirm': ['status.confirm'],
  '/status/[token]/contact': ['contact.choose'],
  '/status/[token]/documents': ['document.send'],
  '/status/[token]/withdraw': ['request.withdraw'],
  '/api/health': ['open'],
  '/api/ready': ['open'],
};

/** Every page and the question it asks. */
export const PAGES: Readonly<Record<string, string>> = {
  '/requests': 'request.list',
  '/requests/new': 'request.submit',
  '/requests/[number]': 'request.open',
  '/requests/[number]/amend': 'request.open',
  '/requests/[number]/merge': 'request.compare',
  '/import': 'import.list',
  '/import/[batch]': 'import.open',
  '/review': 'review.open',
  '/follow-ups': 'follow_up.list',
  '/mail': 'mail.list',
  '/stats': 'stats.read',
  '/me': 'session.list',
  '/admin/staff': 'staff.list',
  '/admin/settings': 'key.list',
  '/admin/audit': 'audit.read',
  '/link/[token]': 'link.open',
  '/set-up': 'link.open',
  '/review-request': 'open',
  '/review-request/[token]': 'form.open',
  '/status/[token]': 'status.open',
  '/sign-in': 'open',
  '/api/v1/docs': 'open',
};

/** Every server action, by the folder of its actions.ts. */
export const SERVER_ACTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '(desk)/requests': {
    assign: 'request.assign',
    move: 'request.move',
    note: 'note.write',
    tag: 'request.tag',
    undo: 'change.undo',
    assignEach: 'request.assign',
    moveEach: 'request.move',
    tagEach: 'request.tag',
    undoEach: 'change.undo',
    find: 'search.seal',
    keep: 'view.save',
    change: 'view.change',
    share: 'view.share',
    remove: 'view.delete',
    restore: 'view.restore',
    prefer: 'preferences.set',
  },
  '(desk)/import': {
    begin: 'import.upload',
    end: 'import.upload',
    check: 'import.check',
    store: 'import.store',
    undo: 'import.undo',
    drop: 'import.drop',
  },
  '(desk)/requests/new': { create: 'request.submit' },
  '(desk)/requests/[number]': {
    move: 'request.move',
    assign: 'request.assign',
    correct: 'request.correct',
    tag: 'request.tag',
    acknowledge: 'alarm.acknowledge',
    raise: 'request.raise',
    remind: 'request.remind',
    note: 'note.write',
    log: 'contact.log',
    schedule: 'follow_up.schedule',
    complete: 'follow_up.complete',
    dismiss: 'duplicate.dismiss',
    unmerge: 'request.unmerge',
    removeFile: 'document.remove',
  },
  '(desk)/requests/[number]/merge': { merge: 'request.merge' },
  '(desk)/requests/[number]/amend': { amend: 'decision.amend' },
  '(desk)/review': { claim: 'request.claim', decide: 'candidacy.decide', move: 'request.move' },
  '(desk)/follow-ups': { complete: 'follow_up.complete' },
  '(desk)/mail': { resend: 'mail.resend', leave: 'mail.leave' },
  '(desk)/me': { change: 'password.change', end: 'session.end', prefer: 'preferences.set' },
  '(desk)/admin/staff': {
    invite: 'staff.invite',
    reset: 'staff.reset',
    changeRole: 'staff.change_role',
    disable: 'staff.disable',
    enable: 'staff.enable',
    endSessions: 'session.end',
  },
  '(desk)/admin/settings': { create: 'key.create', rotate: 'key.rotate', revoke: 'key.revoke' },
  'set-up': { redeem: 'link.redeem' },
  'link/[token]': { redeem: 'link.redeem' },
};
