import { FILE_FAULTS } from '@/lib/domain/documents';
import type { Phase } from '@/lib/domain/person-page';
import { FileForm } from './file-form';
import classes from './public.module.css';
import { BirthForm, ContactForm, WithdrawForm } from './status-forms';
import type { Language, Words } from './words';

export type Own = {
  readonly firstName: string;
  readonly needs: readonly string[];
  readonly preferredChannel: string | null;
  readonly mayPhone: boolean;
  readonly mayText: boolean;
  readonly mayEmail: boolean;
  readonly hasEmail: boolean;
  readonly mayAddFile: boolean;
  readonly mayWithdraw: boolean;
};
type Props = {
  readonly words: Words;
  readonly language: Language;
  readonly token: string;
  readonly number: string;
  readonly phase: Phase;
  readonly own: Own | null;
  /** What the last step came to: one of the words below. */
  readonly said?: string;
};

const SAID: Readonly<Record<string, string>> = {
  new: 'thanks',
  saved: 'savedNow',
  wrong: 'wrong',
  wait: 'wait',
  allow: 'allow',
  withdrawn: 'withdrawn',
  call: 'willCall',
  file: 'file.saved',
  ...Object.fromEntries([...FILE_FAULTS, 'wait'].map((fault) => [`file-${fault}`, `file.${fault}`])),
};
const LINE = ['received', 'need', 'with_surgeon', 'answer_ready'] as const;

/** Where the request is, in five words; more only to whoever knows the date of birth. */
export function StatusScreen({ words, language, token, number, phase, own, said }: Props) {
  const key = said && Object.hasOwn(SAID, said) ? SAID[said] : undefined;
  const at = { words, language, token };
  return (
    <>
      <h1>{own ? words('status.hello', { name: own.firstName }) : words('status.title')}</h1>
      <p className={classes.lead}>{words('status.number', { number })}</p>
      {key && (
        <p role={/^(wrong|wait|allow|file-.*)$/.test(said ?? '') ? 'alert' : 'status'} className={classes.told}>
          {words(`status.${key}`)}
        </p>
      )}
      <ol className={classes.line}>
        {(phase === 'ended' ? (['received', 'ended'] as const) : LINE)
          .filter((one) => one !== 'need' || phase === 'need')
          .map((one) => (
            <li key={one} aria-current={one === phase ? 'step' : undefined}>
              {words(`status.phase.${one}`)}
            </li>
          ))}
      </ol>
      {own && own.needs.length > 0 ? (
        <div className={classes.told}>
          <p>{words('status.needText')}</p>
          <ul>
            {needsShown(own.needs).map((need) => (
              <li key={need}>{words(`status.needs.${need}`)}</li>
            ))}
          </ul>
          <p>{words('status.needHow')}</p>
        </div>
      ) : (
        <p>{words(`status.phaseText.${phase}`)}</p>
      )}
      <p className={classes.soft}>{words('status.keep')}</p>
      {own?.mayAddFile && <FileForm {...at} />}
      {own ? <ContactForm {...at} own={own} /> : <BirthForm {...at} />}
      {own?.mayWithdraw && <WithdrawForm {...at} />}
    </>
  );
}

const KNOWN_NEEDS = [
  'consent',
  'red_flags',
  'mri_images',
  'mri_outdated',
  'mri_date',
  'report',
  'pain',
  'conservative_care',
  'prior_surgery',
  'state',
  'sex_at_birth',
  'preferred_channel',
];

/** What a surgeon asked for is told on the phone: its codes are no words for here. */
const needsShown = (needs: readonly string[]) => [
  ...new Set(needs.map((need) => (KNOWN_NEEDS.includes(need) ? need : 'other'))),
];
