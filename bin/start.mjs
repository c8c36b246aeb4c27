import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { say } from './place.mjs';
import { serve } from './serve.mjs';

await ensureInstalled();
await ensureBuilt();
await serve({
  kind: 'clinic',
  folder: 'data',
  ready: (url) => say(`\nForamen is at ${url}\nStop it with ctrl-c.`),
});
