'use client';
import { useState } from 'react';
import type { Region } from '@/lib/domain/intake';
import { FAMILIES, type Family, LEVELS, PROCEDURE_SIDES, procedureOf } from '@/lib/domain/procedures';
import type { Field as Wanted } from '@/lib/domain/refusal';
import classes from './decision.module.css';
import type { ProcedureTyped } from './draft';
import { Field, messagesAt, Wrong } from './field';
import { levelsToOffer, proceduresToOffer } from './level-choice';
import { Pick, Picks } from './pick';

const FAMILY_WORDS: Record<Family, string> = { decompression: 'Decompression', stabilization: 'Stabilization' };
const SIDE_WORDS = { left: 'Left', right: 'Right', both: 'Both', midline: 'Midline' } as const;

type Props = {
  readonly planned: readonly ProcedureTyped[];
  readonly region: Region;
  readonly isOptional: boolean;
  readonly wanted: readonly Wanted[];
  readonly onChange: (planned: readonly ProcedureTyped[]) => void;
};

/** Family, procedure, then its levels and side; more than one may be planned. */
export function ProcedureField({ planned, region, isOptional, wanted, onChange }: Props) {
  const [isWhole, setWhole] = useState(false);
  const offered = isWhole ? 'unknown' : region;
  const isPlanned = (code: string) => planned.some((one) => one.code === code);
  const toggle = (code: ProcedureTyped['code']) =>
    onChange(isPlanned(code) ? planned.filter((one) => one.code !== code) : [...planned, { code, levels: [], side: null }]);
  const change = (changed: ProcedureTyped) => onChange(planned.map((one) => (one.code === changed.code ? changed : one)));

  return (
    <Field title="Procedure" isOptional={isOptional} path="procedures" wanted={wanted.filter(({ path }) => path === 'procedures')} hasValue={planned.length > 0}>
      {FAMILIES.map((family) => {
        const shown = [...new Set([...proceduresToOffer(family, offered).map(({ code }) => code), ...planned.map(({ code }) => code)])]
          .filter((code) => procedureOf(code)?.family === family);
        if (shown.length === 0) return null;
        return (
          <div key={family} role="group" aria-label={FAMILY_WORDS[family]} className={classes.family}>
            <span className={classes.soft}>{FAMILY_WORDS[family]}</span>
            <Picks>
              {shown.map((code) => (
                <Pick key={code} type="checkbox" name="procedure" value={code} isChosen={isPlanned(code)} onChoose={() => toggle(code)}>{procedureOf(code)?.words}</Pick>
              ))}
            </Picks>
          </div>
        );
      })}
      {planned.map((one, at) => (
        <Planned key={one.code} planned={one} region={offered} wrong={messagesAt(wanted, `procedures.${at}`)} onChange={change} />
      ))}
      {region !== 'unknown' && (
        <label className={classes.whole}>
          <input type="checkbox" checked={isWhole} onChange={() => setWhole(!isWhole)} /> Whole spine
        </label>
      )}
    </Field>
  );
}

type PlannedProps = { readonly planned: ProcedureTyped; readonly region: Region; readonly wrong: readonly string[]; readonly onChange: (planned: ProcedureTyped) => void };

function Planned({ planned, region, wrong, onChange }: PlannedProps) {
  const { code, levels, side } = planned;
  const words = procedureOf(code)?.words ?? code;
  const shown = LEVELS.filter((level) => levelsToOffer(code, region).includes(level) || levels.includes(level));
  const toggled = (level: (typeof LEVELS)[number]) => LEVELS.filter((one) => (one === level ? !levels.includes(one) : levels.includes(one)));
  return (
    <div className={classes.planned}>
      <b>{words}</b>
      <div role="group" aria-label={`${words}: levels`}>
        <Picks>
          {shown.map((level) => (
            <Pick key={level} type="checkbox" name={`levels-${code}`} value={level} isChosen={levels.includes(level)} onChoose={() => onChange({ ...planned, levels: toggled(level) })}>{level}</Pick>
          ))}
        </Picks>
      </div>
      <div role="radiogroup" aria-label={`${words}: side`}>
        <Picks>
          {PROCEDURE_SIDES.map((one) => (
            <Pick key={one} type="radio" name={`side-${code}`} value={one} isChosen={one === side} onChoose={() => onChange({ ...planned, side: one })}>{SIDE_WORDS[one]}</Pick>
          ))}
        </Picks>
      </div>
      <Wrong messages={wrong} />
    </div>
  );
}
