'use client';
import { useState } from 'react';
import type { Region } from '@/lib/domain/intake';
import { FAMILIES, type Family, PROCEDURES, type ProcedureCode, procedureOf } from '@/lib/domain/procedures';
import type { Field as Wanted } from '@/lib/domain/refusal';
import classes from './decision.module.css';
import type { ProcedureTyped } from './draft';
import { Field, messagesAt } from './field';
import { proceduresToOffer } from './level-choice';
import { Picks } from './pick';
import { PlannedProcedure } from './planned-procedure';

const FAMILY_WORDS: Record<Family, string> = { decompression: 'Decompression', stabilization: 'Stabilization' };

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
  const codes = planned.map(({ code }) => code);
  const ofFamily = (family: Family): ProcedureCode[] => {
    const inRegion = proceduresToOffer(family, offered);
    return PROCEDURES.filter(
      (one) => inRegion.includes(one) || (one.family === family && codes.includes(one.code)),
    ).map(({ code }) => code);
  };
  const toggle = (code: ProcedureCode) =>
    onChange(
      codes.includes(code)
        ? planned.filter((one) => one.code !== code)
        : [...planned, { code, levels: [], side: null }],
    );
  const change = (changed: ProcedureTyped) =>
    onChange(planned.map((one) => (one.code === changed.code ? changed : one)));

  return (
    <Field
      title="Procedure"
      isOptional={isOptional}
      path="procedures"
      wanted={wanted.filter(({ path }) => path === 'procedures')}
      hasValue={planned.length > 0}
    >
      {FAMILIES.filter((family) => ofFamily(family).length > 0).map((family) => (
        <div key={family} className={classes.family}>
          <span className={classes.soft}>{FAMILY_WORDS[family]}</span>
          <Picks
            type="checkbox"
            name="procedure"
            label={FAMILY_WORDS[family]}
            values={ofFamily(family)}
            words={(code) => procedureOf(code)?.words ?? code}
            chosen={codes}
            onChoose={toggle}
          />
        </div>
      ))}
      {planned.map((one, at) => (
        <PlannedProcedure
          key={one.code}
          planned={one}
          region={offered}
          wrong={messagesAt(wanted, `procedures.${at}`)}
          onChange={change}
        />
      ))}
      {region !== 'unknown' && (
        <label className={classes.whole}>
          <input type="checkbox" checked={isWhole} onChange={() => setWhole(!isWhole)} /> Whole spine
        </label>
      )}
    </Field>
  );
}
