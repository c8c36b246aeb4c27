import { say } from './place.mjs';
import { serve } from './serve.mjs';

await serve({
  kind: 'clinic',
  command: 'npm start',
  folder: 'data',
  ready: (url) => say(`\nForamen is at ${url}\nStop it with ctrl-c.`),
});
