import { VERDICT_WORDS, VERDICTS, type Verdict } from '@/lib/domain/candidacy';
import type { Field as Wanted } from '@/lib/domain/refusal';
import classes from './decision.module.css';
import { messagesAt, Wrong } from './field';
import { Pick } from './pick';

type Props = {
  readonly verdict: Verdict | null;
  readonly wanted: readonly Wanted[];
  readonly onChoose: (verdict: Verdict) => void;
};

export function VerdictField({ verdict, wanted, onChoose }: Props) {
  const wrong = messagesAt(wanted, 'verdict').length > 0 ? ['choose one'] : [];
  return (
    <fieldset className={classes.field}>
      <legend>Candidacy</legend>
      <div className={classes.verdicts}>
        {VERDICTS.map((one, at) => (
          <Pick
            key={one}
            type="radio"
            name="verdict"
            value={one}
            isChosen={one === verdict}
            onChoose={() => onChoose(one)}
            isWide
          >
            <kbd aria-hidden>{at + 1}</kbd>
            {VERDICT_WORDS[one]}
          </Pick>
        ))}
      </div>
      <Wrong messages={wrong} />
    </fieldset>
  );
}
