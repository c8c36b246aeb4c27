import type { Metadata } from 'next';
import { PublicPage } from '@/components/public/public-page';
import { StatusGone } from '@/components/public/status-gone';
import { StatusScreen } from '@/components/public/status-screen';
import { wordsIn } from '@/components/public/words';
import { aboutDesk, look } from '@/lib/door/next';
import { proofSent } from '@/lib/door/public';
import { openStatus } from '@/lib/queries/open-status';

export const metadata: Metadata = { title: { absolute: 'MRI review' } };
type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function StatusPage({ params, searchParams }: Props) {
  const { token } = await params;
  const { said, lang } = await searchParams;
  const found = await look(openStatus, { token, proof: await proofSent() });
  const language = lang === 'es' || lang === 'en' ? lang : found.ok ? found.answer.language : 'en';
  const words = wordsIn(language);
  const other = <a href={`/status/${token}?lang=${language === 'en' ? 'es' : 'en'}`}>{words('language')}</a>;
  return (
    <PublicPage words={words} otherLanguage={other} isDemo={aboutDesk().isDemo}>
      {found.ok ? (
        <StatusScreen
          words={words}
          token={token}
          {...found.answer}
          language={language}
          said={typeof said === 'string' ? said : undefined}
        />
      ) : (
        <StatusGone words={words} language={language} />
      )}
    </PublicPage>
  );
}
