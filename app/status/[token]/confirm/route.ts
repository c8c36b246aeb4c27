import { confirmPerson } from '@/lib/commands/confirm-person';
import { dayIn } from '@/lib/domain/typed';
import { SEEN_COOKIE, spoken, take } from '@/lib/door/public';

type Context = { params: Promise<{ token: string }> };

export async function POST(request: Request, { params }: Context) {
  const { token } = await params;
  return take(
    confirmPerson,
    request,
    (said) => ({ token, dateOfBirth: dayIn(typedIn(said), 'dateOfBirth', {}) || 'no day' }),
    {
      done: ({ seen }, said) => ({
        to: `/status/${token}?lang=${spoken(said)}`,
        cookie: { name: SEEN_COOKIE, value: seen },
      }),
      refused: ({ code }) =>
        `/status/${token}${code === 'gone' ? '' : `?said=${code === 'too_many' ? 'wait' : 'wrong'}`}`,
    },
  );
}

const typedIn = (said: URLSearchParams) =>
  Object.fromEntries([...said.keys()].map((name) => [name, said.getAll(name)]));
