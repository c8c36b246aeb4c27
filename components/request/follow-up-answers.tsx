import { followUpsOf } from '@/lib/domain/red-flag-follow-ups';
import type { RedFlagAnswers } from '@/lib/domain/red-flags';
import { said } from './words';

type Props = { readonly code: string; readonly answers: RedFlagAnswers; readonly className?: string };

/** What was told besides of a sign: in the order asked, and nothing of what was not. */
export function FollowUpAnswers({ code, answers, className }: Props) {
  const told = followUpsOf(code).filter((asked) => answers[asked.code] !== undefined);
  if (told.length === 0) return null;
  return (
    <span className={className}>
      {told.map((asked) => `${asked.ask} ${said(answers[asked.code] ?? '')}`).join(' · ')}
    </span>
  );
}
