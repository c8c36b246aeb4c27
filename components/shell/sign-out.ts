import { hasUnsaved, saveAll } from '@/components/ui/draft-keepers';
import { leaveAtOnce } from '@/components/ui/session-pause';

/** Other tabs of this browser hear it and blank too. */
export const SIGNED_OUT = 'foramen-signed-out';
const ASK = 'Some of what you typed could not be saved. Sign out and lose it?';

/** Ends the session on the server, then leaves; the page is loaded anew so that nothing stays in memory. */
export async function signOut(): Promise<void> {
  await saveAll();
  if (hasUnsaved() && !window.confirm(ASK)) return;
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
  await fetch('/api/auth/signout', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, json: 'true' }),
  });
  new BroadcastChannel(SIGNED_OUT).postMessage('all');
  leaveAtOnce('/sign-in');
}
