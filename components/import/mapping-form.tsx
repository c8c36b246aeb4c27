'use client';
import { type FormEvent, useState } from 'react';
import { PlainButton } from '@/components/ui/plain-button';
import { ProblemLine } from '@/components/ui/problem-line';
import { useSave } from '@/components/ui/use-save';
import { fieldOf, IMPORT_FIELDS } from '@/lib/domain/import-fields';
import { DAY_ORDER_WORDS, DAY_ORDERS, type DayOrder, type ImportShown } from '@/lib/domain/imports';
import type { ImportActs } from './acts';
import classes from './import.module.css';
import { many } from './words';

const GROUPS = [...new Set(IMPORT_FIELDS.map(({ group }) => group))];
type Props = { readonly shown: ImportShown; readonly check: ImportActs['check'] };

/** What each column means. Nothing ambiguous is guessed: where days fit two orders, somebody says which. */
export function MappingForm({ shown, check }: Props) {
  const { batch, columns } = shown;
  const [fields, setFields] = useState(shown.fields);
  const [days, setDays] = useState<DayOrder | ''>(shown.days ?? '');
  const { save, isSaving, problem } = useSave(check);
  const hasDays = fields.some((code) => fieldOf(code)?.kind === 'day');
  const left = fields.filter((code) => code === null).length;

  function send(event: FormEvent) {
    event.preventDefault();
    void save({ batchId: batch.id, fields, days: days || (hasDays ? '' : 'iso') });
  }
  return (
    <form className={classes.section} onSubmit={send} noValidate aria-labelledby="columns">
      <h2 id="columns">Columns</h2>
      <p className={classes.soft}>
        {shown.isRemembered ? `As last chosen for “${batch.source}”. ` : 'As their names suggest. '}
        {left > 0 && `${many(left, 'column')} left out.`}
      </p>
      <div className={classes.table}>
        <table role="table" aria-labelledby="columns">
          <thead role="rowgroup">
            <tr role="row">
              {['Column', 'For example', 'Means'].map((words) => (
                <th key={words} role="columnheader" scope="col">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {columns.map(({ name, sample }, at) => (
              <tr role="row" key={name}>
                <td role="cell">{name}</td>
                <td role="cell" className={classes.soft}>
                  {sample.join(' · ') || 'empty'}
                </td>
                <td role="cell" className={classes.mapped}>
                  <FieldChoice
                    name={name}
                    value={fields[at] ?? ''}
                    taken={fields}
                    onPick={(code) => setFields(fields.map((one, nth) => (nth === at ? code || null : one)))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasDays && <DaysChoice days={days} isUnsure={shown.days === null} onPick={setDays} />}
      <ul className={classes.notes}>
        <li>A blank cell is “not asked”. Without a region a request says “unknown”.</li>
        <li>Phone numbers without a country get +1.</li>
      </ul>
      <ProblemLine problem={problem} />
      <div className={classes.acts}>
        <PlainButton type="submit" disabled={isSaving}>
          Check {many(batch.rows, 'row')}
        </PlainButton>
        <span className={classes.soft}>A dry run: nothing is stored by it.</span>
      </div>
    </form>
  );
}

type Choice = {
  readonly name: string;
  readonly value: string;
  readonly taken: readonly (string | null)[];
  readonly onPick: (code: string) => void;
};

/** Each field once: what another column means already is not offered. */
function FieldChoice({ name, value, taken, onPick }: Choice) {
  return (
    <select
      className={classes.field}
      aria-label={`${name} means`}
      value={value}
      onChange={(event) => onPick(event.currentTarget.value)}
    >
      <option value="">Leave out</option>
      {GROUPS.map((group) => (
        <optgroup key={group} label={group}>
          {IMPORT_FIELDS.filter((one) => one.group === group).map(({ code, words, isNeeded }) => (
            <option key={code} value={code} disabled={code !== value && taken.includes(code)}>
              {words.length > 60 ? `${words.slice(0, 59)}…` : words}
              {isNeeded ? ' (needed)' : ''}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

type Days = {
  readonly days: DayOrder | '';
  readonly isUnsure: boolean;
  readonly onPick: (days: DayOrder | '') => void;
};

function DaysChoice({ days, isUnsure, onPick }: Days) {
  return (
    <div className={classes.days}>
      <label htmlFor="days">How are days written?</label>
      <select
        id="days"
        className={classes.field}
        value={days}
        aria-describedby={isUnsure ? 'days-why' : undefined}
        onChange={(event) => onPick(event.currentTarget.value as DayOrder | '')}
      >
        <option value="">Choose …</option>
        {DAY_ORDERS.map((order) => (
          <option key={order} value={order}>
            {DAY_ORDER_WORDS[order]}
          </option>
        ))}
      </select>
      {isUnsure && (
        <p id="days-why" className={classes.soft}>
          The days of this file fit more than one way, so somebody who knows it has to say.
        </p>
      )}
    </div>
  );
}
