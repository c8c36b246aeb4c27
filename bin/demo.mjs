import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { fail, say } from './place.mjs';
import { runNode } from './run.mjs';
import { serve } from './serve.mjs';

const isPublic = !['127.0.0.1', 'localhost', '::1', ''].includes(process.env.HOST ?? '');
if (isPublic && process.env.DEMO_ALLOW_PUBLIC !== 'yes')
  fail(
    'The demo has known passwords and stays on this machine: leave HOST at 127.0.0.1, or set DEMO_ALLOW_PUBLIC=yes.',
  );

await ensureInstalled();
await ensureBuilt();
await serve({
  kind: 'demo',
  folder: 'data-demo',
  prepare: async (env) => {
    const { code } = await runNode(['--conditions=react-server', '--import', 'tsx', 'db/seed/run.ts'], { env });
    if (code !== 0) throw new Error('The demo clinic could not be made; the message is above.');
  },
  ready: (url) =>
    say(`
The demo clinic is at ${url}   (synthetic people)

  coordinator@demo.clinic   triages requests, calls people
  surgeon@demo.clinic       reviews and decides (also surgeon2@demo.clinic)
  manager@demo.clinic       reads the pipeline numbers
  admin@demo.clinic         staff, keys, audit
  password                  foramen-demo
  intake key                foramen-demo-intake

Stop it with ctrl-c.`),
});
