import type { Region } from '@/lib/domain/intake';
import { LEVELS, type Level, PROCEDURE_SIDES, procedureOf } from '@/lib/domain/procedures';
import classes from './decision.module.css';
import type { ProcedureTyped } from './draft';
import { Wrong } from './field';
import { levelsToOffer } from './level-choice';
import { Picks } from './pick';

const SIDE_WORDS = { left: 'Left', right: 'Right', both: 'Both', midline: 'Midline' } as const;

type Props = {
  readonly planned: ProcedureTyped;
  readonly region: Region;
  readonly wrong: readonly string[];
  readonly onChange: (planned: ProcedureTyped) => void;
};

/** Levels and side of one procedure. */
export function PlannedProcedure({ planned, region, wrong, onChange }: Props) {
  const { code, levels, side } = planned;
  const words = procedureOf(code)?.words ?? code;
  const offered = levelsToOffer(code, region);
  const toggled = (level: Level) => LEVELS.filter((one) => levels.includes(one) !== (one === level));
  return (
    <div className={classes.planned}>
      <b>{words}</b>
      <Picks
        type="checkbox"
        name={`levels-${code}`}
        label={`${words}: levels`}
        values={LEVELS.filter((level) => offered.includes(level) || levels.includes(level))}
        words={(level) => level}
        chosen={levels}
        onChoose={(level) => onChange({ ...planned, levels: toggled(level) })}
      />
      <Picks
        type="radio"
        name={`side-${code}`}
        label={`${words}: side`}
        values={PROCEDURE_SIDES}
        words={(one) => SIDE_WORDS[one]}
        chosen={side ? [side] : []}
        onChoose={(one) => onChange({ ...planned, side: one })}
      />
      <Wrong messages={wrong} />
    </div>
  );
}
