import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVitest } from 'vitest/node';

/**
 * Is every cell of the table of rights held by a test? Each cell of WHO is given, taken away or widened in turn, in a copy; tests/permissions.test.ts must fail every time. A long run, not part of npm test: npm run mutants.
 */
const ROLES = ['public', 'intake', 'coordinator', 'surgeon', 'manager', 'admin', 'system'];
const RULES = 'lib/domain/permissions.ts';
const TEST = 'tests/permissions.test.ts';
const BY_WORD = 'both copies of the table';

const copy = mkdtempSync(join(tmpdir(), 'foramen-mutants-'));
for (const part of ['lib', 'db', 'tests', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
  cpSync(part, join(copy, part), { recursive: true });
symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
process.chdir(copy);

const rules = join(copy, RULES);
const original = readFileSync(rules, 'utf8');
const rows = [...original.matchAll(/^ {2}'([\w.]+)': \{ (.*) \},$/gm)].map(([line, action, cells]) => ({
  line,
  action,
  cells: Object.fromEntries([...cells.matchAll(/(\w+): '(\w+)'/g)].map(([, role, scope]) => [role, scope])),
}));
const chosen = rows.filter(({ action }) => action.includes(process.argv[2] ?? ''));

const vitest = await createVitest(
  'test',
  { root: copy, project: ['house'], watch: false, reporters: [{}] },
  { server: { watch: null } },
);
const [spec] = await vitest.globTestSpecifications([TEST]);
if (!spec || rows.length < 40) throw new Error('the table or its test was not found');
if ((await failures(original, chosen.map((row) => own(row)).join('|'))).length > 0)
  throw new Error('the test fails without any mutant');

const verdicts = [];
for (const role of ROLES) await judgeGifts(role);
for (const row of chosen) for (const role of Object.keys(row.cells)) await judgeCell(row, role);
await vitest.close();
rmSync(copy, { recursive: true });

const of = (verdict) => verdicts.filter((one) => one.verdict === verdict);
console.log(
  `\n${verdicts.length - of('SURVIVED').length} of ${verdicts.length} killed, ${of('by word').length} of them only by comparing the words of the two copies`,
);
for (const { words, verdict } of verdicts) if (verdict !== 'killed') console.log(`  ${verdict}: ${words}`);
process.exit(of('SURVIVED').length > 0 ? 1 : 0);

/** A right given to a role that has none changes nobody's path to the test, so all of a role go in one run; each action must have a failure of its own. request.move opens the way to the other moves and goes alone. */
async function judgeGifts(role) {
  const gifts = chosen.filter(({ cells }) => !cells[role]);
  for (const batch of [
    gifts.filter(({ action }) => action !== 'request.move'),
    gifts.filter(({ action }) => action === 'request.move'),
  ]) {
    if (batch.length === 0) continue;
    const failed = await failures(
      batch.reduce((text, row) => becoming(text, row, { ...row.cells, [role]: 'any' }), original),
      `(^| )${role}, |for ${role}$|${BY_WORD}`,
    );
    for (const row of batch) tell(`${row.action} given to ${role}`, failed, row);
  }
}

async function judgeCell(row, role) {
  const { [role]: scope, ...others } = row.cells;
  const words = `${row.action} taken from ${role}`;
  tell(words, await failures(becoming(original, row, others), own(row), 1), row);
  if (scope === 'any') return;
  const widened = becoming(original, row, { ...row.cells, [role]: 'any' });
  const byDoor = await failures(widened, own(row), 1);
  tell(`${row.action} widened for ${role}`, byDoor.length > 0 ? byDoor : await failures(widened, BY_WORD), row);
}

function tell(words, failed, { action }) {
  const isMine = action === 'request.move' ? (name) => name.includes('by a move') : () => false;
  const mine = failed.filter(
    (name) => isMine(name) || new RegExp(`(^|[ :])${action.replace('.', '\\.')}(:| |$)`).test(name),
  );
  const verdict = mine.some((name) => !name.startsWith(BY_WORD)) ? 'killed' : mine.length > 0 ? 'by word' : 'SURVIVED';
  verdicts.push({ words, verdict });
  console.log(`${words.padEnd(60)} ${verdict}`);
}

function own({ action }) {
  if (action === 'request.move') return `^(?!${BY_WORD}).*by a move`;
  return `^(?!${BY_WORD}).*(^| )${action.replace('.', '\\.')}(:| )`;
}

/** Names of the tests that fail under these rules. */
async function failures(text, pattern, bail = 0) {
  writeFileSync(rules, text);
  vitest.invalidateFile(rules);
  vitest.config.bail = bail;
  for (const project of vitest.projects) project.config.bail = bail;
  vitest.resetGlobalTestNamePattern();
  if (pattern) vitest.setGlobalTestNamePattern(new RegExp(pattern));
  const { testModules } = await vitest.runTestSpecifications([spec], false);
  return testModules.flatMap((file) =>
    [...file.children.allTests('failed')].map((one) => one.fullName.replaceAll(' > ', ' ')),
  );
}

function becoming(text, { action, line }, cells) {
  return text.replace(line, written(action, cells));
}

function written(action, cells) {
  const said = Object.entries(cells).map(([role, scope]) => `${role}: '${scope}'`);
  return `  '${action}': { ${said.join(', ')} },`;
}
