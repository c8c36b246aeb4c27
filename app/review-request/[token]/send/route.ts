import { sendForm } from '@/lib/commands/send-form';
import { FORM_FIELDS, FORM_STEPS } from '@/lib/domain/form-fields';
import { take } from '@/lib/door/public';

type Context = { params: Promise<{ token: string }> };

export async function POST(request: Request, { params }: Context) {
  const { token } = await params;
  return take(sendForm, request, () => ({ token }), {
    done: ({ status, language }) => ({ to: `/status/${status}?said=new&lang=${language}` }),
    refused: ({ code, fields }) => {
      if (code === 'gone') return '/review-request?ended=1';
      const step = FORM_STEPS.find((one) => fields.some(({ path }) => Object.hasOwn(FORM_FIELDS[one], path)));
      return code === 'incomplete' ? `/review-request/${token}?step=${step ?? 'where'}&check=1` : null;
    },
  });
}
