import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CheckScreen } from '@/components/public/check-screen';
import { EmergencyScreen } from '@/components/public/emergency-screen';
import { FormScreen } from '@/components/public/form-screen';
import { PublicPage } from '@/components/public/public-page';
import { wordsIn } from '@/components/public/words';
import { FORM_STEPS } from '@/lib/domain/form-fields';
import { aboutDesk, look } from '@/lib/door/next';
import { openForm } from '@/lib/queries/open-form';

export const metadata: Metadata = { title: { absolute: 'Free MRI review' } };
type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function FormPage({ params, searchParams }: Props) {
  const { token } = await params;
  const { step: at, check, lang } = await searchParams;
  const found = await look(openForm, { token });
  if (!found.ok) redirect('/review-request?ended=1');
  const { language, typed, problems, urgency, status, endsAt, timeZone } = found.answer;
  if (status) redirect(`/status/${status}?lang=${language}`);
  const step = FORM_STEPS.find((one) => one === at) ?? 'where';
  if (lang !== language) redirect(`/review-request/${token}?step=${at ?? step}&lang=${language}`);

  const words = wordsIn(language);
  const isEmergency = urgency === 'emergency';
  const until = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    new Date(endsAt),
  );
  const common = { words, language, token, typed, isEmergency };
  return (
    <PublicPage words={words} otherLanguage={null} isDemo={aboutDesk().isDemo}>
      {at === 'check' ? (
        <CheckScreen {...common} problems={problems} />
      ) : at === 'emergency' ? (
        <EmergencyScreen {...common} />
      ) : (
        <FormScreen {...common} step={step} problems={check === undefined ? [] : problems[step]} until={until} />
      )}
    </PublicPage>
  );
}
