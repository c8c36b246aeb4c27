export type SignedIn =
  | { readonly isIn: true }
  | { readonly isIn: false; readonly message: string; readonly wait: number };

const LOST = 'The clinic could not be reached. Try again in a moment.';
const WRONG = 'The e-mail address or the password is wrong.';

/** next-auth's own way in. Why it was wrong is never said. */
export async function signIn(email: string, password: string): Promise<SignedIn> {
  const failed = (message: string, wait = 0): SignedIn => ({ isIn: false, message, wait });
  const csrf = await fetch('/api/auth/csrf', { cache: 'no-store' }).catch(() => null);
  if (!csrf?.ok) return failed(LOST);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch('/api/auth/callback/credentials', {
    method: 'POST',
    body: new URLSearchParams({ email, password, csrfToken, json: 'true' }),
  }).catch(() => null);
  if (answer?.status === 401) return failed(WRONG);
  if (answer?.status === 429) return failed('Too many attempts.', Number(answer.headers.get('retry-after') ?? 5));
  return answer?.ok ? { isIn: true } : failed(LOST);
}

/** The server knows where each role begins. Loaded anew, so that nothing of an earlier person stays in memory. */
export function goIn(from?: string) {
  window.location.assign(`/sign-in${from ? `?from=${encodeURIComponent(from)}` : ''}`);
}
