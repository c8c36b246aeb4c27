import { ensureInstalled } from './ensure.mjs';
import { say } from './place.mjs';
import { runNode } from './run.mjs';
import { serve } from './serve.mjs';

await ensureInstalled();
await serve({
  kind: 'demo',
  folder: 'data-dev',
  mode: 'dev',
  prepare: async (env) => {
    await runNode(['--conditions=react-server', '--import', 'tsx', 'db/seed/run.ts'], { env });
  },
  ready: (url) => say(`\nDevelopment server with the demo clinic: ${url}`),
});
