import { beginForm } from '@/lib/commands/begin-form';
import { once, take } from '@/lib/door/public';

export async function POST(request: Request) {
  return take(beginForm, request, (said) => ({ language: once(said, 'language') }), {
    done: ({ token }, said) => ({
      to: `/review-request/${token}?lang=${once(said, 'language') === 'es' ? 'es' : 'en'}`,
    }),
    refused: () => null,
  });
}
