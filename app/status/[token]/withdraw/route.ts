import { withdrawRequest } from '@/lib/commands/withdraw-request';
import { proofSent, spoken, take } from '@/lib/door/public';

type Context = { params: Promise<{ token: string }> };

export async function POST(request: Request, { params }: Context) {
  const { token } = await params;
  const proof = await proofSent();
  return take(withdrawRequest, request, () => ({ token, proof }), {
    done: ({ isClosed }, said) => ({
      to: `/status/${token}?said=${isClosed ? 'withdrawn' : 'call'}&lang=${spoken(said)}`,
    }),
    refused: () => `/status/${token}`,
  });
}
