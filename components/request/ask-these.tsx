'use client';
import { Button } from '@mantine/core';
import { useClinic } from '@/components/ui/clinic';
import { useSave } from '@/components/ui/use-save';
import { MISSING_WORDS } from '@/lib/domain/completeness';
import type { OpenRequest } from '@/lib/domain/desk';
import { barredFrom, problemWords } from '@/lib/domain/mail';
import type { Act } from './acts';
import { dayFrom, instantAt } from './clinic-time';
import { ProblemNote } from './problem-note';
import classes from './request.module.css';

const DAYS_TO_ANSWER = 7;

type Props = { readonly request: OpenRequest; readonly move: Act; readonly remind: Act };

/** One click asks the person for all that is missing, by a message with the link to their own page. Who may not be written to is called. */
export function AskThese({ request, move, remind }: Props) {
  const { timeZone } = useClinic();
  const asking = useSave(move);
  const reminding = useSave(remind);
  const { number, version, missing, now, allowedActions, person, consents } = request;
  const mayAsk = missing.length > 0 && allowedActions.some(({ to }) => to === 'awaiting_info');
  const mayRemind = allowedActions.some(({ action }) => action === 'request.remind');
  if (!mayAsk && !mayRemind) return null;
  const barred = barredFrom({ address: person.email ?? null, consents, doNotContact: person.doNotContact });
  const words = missing.map((item) => MISSING_WORDS[item]).join(', ');
  if (barred)
    return (
      <span className={classes.soft}>
        {problemWords(barred)}: {barred === 'do_not_contact' ? 'wait for them to write or call' : 'ask by phone'}
      </span>
    );
  const dueAt = instantAt(dayFrom(now, DAYS_TO_ANSWER, timeZone), '', timeZone);
  const problem = asking.problem ?? reminding.problem;
  return (
    <>
      {mayAsk ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={asking.isSaving}
          title={`Asks for ${words}, by e-mail with a link, to be answered in a week`}
          onClick={() => asking.save({ number, version, to: 'awaiting_info', missing, dueAt })}
        >
          Ask for {missing.length === 1 ? 'it' : `these ${missing.length}`}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          loading={reminding.isSaving}
          title="Asks again by e-mail, with the link"
          onClick={() => reminding.save({ number })}
        >
          Remind
        </Button>
      )}
      {problem && (
        <div className={classes.actProblem}>
          <ProblemNote problem={problem} version={version} />
        </div>
      )}
    </>
  );
}
