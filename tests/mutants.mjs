import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVitest } from 'vitest/node';

/**
 * Is every cell of the table of rights held by a test? Each row and cell of WHO is taken away, narrowed or widened in turn,
 * in a copy; tests/permissions.test.ts must fail every time. A long run, not part of npm test:
 *   TEST_DATABASE_URL=postgres://... node tests/mutants.mjs [part of an action's name]
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
const mutants = rows.filter(({ action }) => action.includes(process.argv[2] ?? '')).flatMap(mutantsOf);

const vitest = await createVitest('test', { root: copy, project: ['house'], watch: false, bail: 1, reporters: [{}] }, { server: { watch: null } });
const [spec] = await vitest.globTestSpecifications([TEST]);
if (!spec || rows.length < 40) throw new Error('the table or its test was not found');
if (await fails(null, '')) throw new Error('the test fails without any mutant');

const survivors = [];
const byWord = [];
for (const [at, mutant] of mutants.entries()) {
  const began = Date.now();
  const verdict = await judge(mutant);
  if (verdict === 'SURVIVED') survivors.push(mutant);
  if (verdict === 'by word') byWord.push(mutant);
  console.log(`${at + 1}/${mutants.length} ${mutant.words.padEnd(60)} ${verdict} ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
await vitest.close();
rmSync(copy, { recursive: true });
console.log(`\n${mutants.length - survivors.length} of ${mutants.length} killed, ${byWord.length} of them only by comparing the two copies`);
for (const { words } of byWord) console.log(`  by word: ${words}`);
for (const { words } of survivors) console.log(`  SURVIVED: ${words}`);
process.exit(survivors.length > 0 ? 1 : 0);

/** First by what the door does with its own action, then by comparing the words of the two copies. */
async function judge(mutant) {
  const own = mutant.action.replace('.', '\\.');
  if (await fails(mutant, `^(?!${BY_WORD}).*(^| )${own}(:| )`)) return 'killed';
  return (await fails(mutant, BY_WORD)) ? 'by word' : 'SURVIVED';
}

async function fails(mutant, pattern) {
  writeFileSync(rules, mutant ? original.replace(mutant.line, mutant.becomes) : original);
  vitest.invalidateFile(rules);
  vitest.resetGlobalTestNamePattern();
  if (pattern) vitest.setGlobalTestNamePattern(new RegExp(pattern));
  await vitest.runTestSpecifications([spec], false);
  return vitest.state.getFiles().some((file) => file.result?.state === 'fail');
}

function mutantsOf({ action, line, cells }) {
  const becoming = (changed, words) => ({ action, line, becomes: written(action, changed), words: `${action} ${words}` });
  const without = (role) => Object.fromEntries(Object.entries(cells).filter(([one]) => one !== role));
  return [
    ...ROLES.flatMap((role) => {
      if (!cells[role]) return [becoming({ ...cells, [role]: 'any' }, `given to ${role}`)];
      const removed = becoming(without(role), `taken from ${role}`);
      return cells[role] === 'any' ? [removed] : [removed, becoming({ ...cells, [role]: 'any' }, `widened for ${role}`)];
    }),
    ...(Object.keys(cells).length > 1 ? [becoming({}, 'taken from everybody')] : []),
  ];
}

function written(action, cells) {
  const said = Object.entries(cells).map(([role, scope]) => `${role}: '${scope}'`);
  return `  '${action}': { ${said.join(', ')} },`;
}
