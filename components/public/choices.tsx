import { US_STATES } from '@/lib/domain/us-states';
import type { FieldProps } from './fields';
import classes from './public.module.css';
import { besides, Question } from './question';
import { answerWords } from './words';

const offered = ({ kind }: FieldProps) => (kind.is === 'one' || kind.is === 'many' ? kind.of : []);

/** What hangs on an answer is seen by it; an answer that hangs on another opens nothing. */
function opener({ only }: FieldProps['kind'], answer: string): string | undefined {
  if (only) return undefined;
  return answer === 'yes' ? classes.opens : answer === 'not_sure' ? classes.maybe : undefined;
}

/** One of a few: large enough for a thumb. */
export function FewAnswers(props: FieldProps) {
  const { field, kind, words, typed } = props;
  return (
    <Question {...props}>
      <div className={classes.answers}>
        {offered(props).map((answer) => (
          <label key={answer} className={classes.answer}>
            <input
              type="radio"
              name={field}
              value={answer}
              defaultChecked={typed[field]?.[0] === answer}
              className={opener(kind, answer)}
            />
            <span>{answerWords(words, field, answer)}</span>
          </label>
        ))}
      </div>
    </Question>
  );
}

export function ManyAnswers(props: FieldProps) {
  const { field, words, typed } = props;
  return (
    <Question {...props}>
      <div className={classes.list}>
        {offered(props).map((answer) => (
          <label key={answer} className={classes.tick}>
            <input
              type="checkbox"
              id={`${field}-${answer}`}
              name={field}
              value={answer}
              defaultChecked={typed[field]?.includes(answer)}
            />
            <span>{answerWords(words, field, answer)}</span>
          </label>
        ))}
      </div>
    </Question>
  );
}

/** 0 to 10 in one line where there is room. */
export function Scale(props: FieldProps) {
  const { field, words, typed } = props;
  return (
    <Question {...props}>
      <div className={classes.scale}>
        {offered(props).map((answer) => (
          <label key={answer} className={classes.answer}>
            <input type="radio" name={field} value={answer} defaultChecked={typed[field]?.[0] === answer} />
            <span>{answerWords(words, field, answer)}</span>
          </label>
        ))}
      </div>
    </Question>
  );
}

export function States(props: FieldProps) {
  const { field, words, typed } = props;
  const { name, problem, describedBy, isWrong } = besides(props);
  return (
    <div className={`${classes.question} ${isWrong ? classes.isWrong : ''}`}>
      <label htmlFor={field}>{name}</label>
      {problem}
      <select
        id={field}
        name={field}
        defaultValue={typed[field]?.[0] ?? ''}
        autoComplete="address-level1"
        aria-describedby={describedBy}
        aria-invalid={isWrong || undefined}
      >
        <option value="">{words('choose')}</option>
        {Object.entries(US_STATES).map(([code, state]) => (
          <option key={code} value={code}>
            {state}
          </option>
        ))}
      </select>
    </div>
  );
}
