import { say } from './place.mjs';
import { seedDemo } from './seed.mjs';
import { serve } from './serve.mjs';

await serve({
  kind: 'demo',
  command: 'npm run dev',
  folder: 'data-dev',
  mode: 'dev',
  prepare: seedDemo,
  ready: (url) => say(`\nDevelopment server with the demo clinic: ${url}`),
});
