import { sendDocument } from '@/lib/commands/send-document';
import { proofSent } from '@/lib/door/public';
import { takeFile } from '@/lib/door/upload';

type Context = { params: Promise<{ token: string }> };

export async function POST(request: Request, { params }: Context) {
  const { token } = await params;
  // Beside the file, not in it: a file that is refused unread is answered in the language of its page.
  const lang = new URL(request.url).searchParams.get('lang') === 'es' ? 'es' : 'en';
  const back = (said: string) => `/status/${token}?said=${said}&lang=${lang}`;
  return takeFile(
    sendDocument,
    request,
    { token, proof: await proofSent() },
    {
      done: back('file'),
      refused: (fault) =>
        fault === 'wait' ? back('file-wait') : fault ? back(`file-${fault}`) : `/status/${token}?lang=${lang}`,
    },
  );
}
