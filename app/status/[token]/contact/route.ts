import { chooseContact } from '@/lib/commands/choose-contact';
import { once, proofSent, spoken, take } from '@/lib/door/public';

type Context = { params: Promise<{ token: string }> };

export async function POST(request: Request, { params }: Context) {
  const { token } = await params;
  const proof = await proofSent();
  return take(
    chooseContact,
    request,
    (said) => ({
      token,
      proof,
      preferredChannel: once(said, 'preferredChannel') ?? 'unknown',
      phone: said.get('phone') === 'yes',
      text: said.get('text') === 'yes',
      email: said.get('email') === 'yes',
    }),
    {
      done: (_, said) => ({ to: `/status/${token}?said=saved&lang=${spoken(said)}` }),
      refused: ({ code }) => `/status/${token}${code === 'invalid' ? '?said=allow' : ''}`,
    },
  );
}
