import type { Metadata } from 'next';
import { PublicPage } from '@/components/public/public-page';
import { StartScreen } from '@/components/public/start-screen';
import { wordsIn } from '@/components/public/words';
import { aboutDesk } from '@/lib/door/next';

export const metadata: Metadata = { title: { absolute: 'Free MRI review' } };
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReviewRequestPage({ searchParams }: Props) {
  const { lang, ended } = await searchParams;
  const language = lang === 'es' ? 'es' : 'en';
  const words = wordsIn(language);
  const other = <a href={`/review-request${language === 'en' ? '?lang=es' : ''}`}>{words('language')}</a>;
  return (
    <PublicPage words={words} otherLanguage={other} isDemo={aboutDesk().isDemo}>
      <StartScreen words={words} language={language} hasEnded={ended !== undefined} />
    </PublicPage>
  );
}
