import { fail, say } from './place.mjs';
import { seedDemo } from './seed.mjs';
import { serve } from './serve.mjs';

const isHere = /^(|127\.[\d.]+|localhost|::1)$/.test(process.env.HOST ?? '');
if (!isHere && process.env.DEMO_ALLOW_PUBLIC !== 'yes')
  fail(
    'The demo has known passwords and stays on this machine: leave HOST at 127.0.0.1, or set DEMO_ALLOW_PUBLIC=yes.',
  );

await serve({
  kind: 'demo',
  command: 'npm run demo',
  folder: 'data-demo',
  prepare: seedDemo,
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
