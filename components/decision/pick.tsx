import type { ReactNode } from 'react';
import classes from './pick.module.css';

type Kind = 'radio' | 'checkbox';
type PickProps = {
  readonly type: Kind;
  readonly name: string;
  readonly value: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

/** A native radio or checkbox that looks like a chip. */
export function Pick({ type, name, value, isChosen, onChoose, isWide, children }: PickProps) {
  return (
    <label className={isWide ? classes.wide : classes.chip}>
      <input className={classes.input} type={type} name={name} value={value} checked={isChosen} onChange={onChoose} />
      {children}
    </label>
  );
}

type PicksProps<V extends string> = {
  readonly type: Kind;
  readonly name: string;
  /** What the choice is about, where nothing visible says it. */
  readonly label?: string;
  readonly values: readonly V[];
  readonly words: (value: V) => string;
  readonly chosen: readonly V[];
  readonly onChoose: (value: V) => void;
};

export function Picks<V extends string>({ type, name, label, values, words, chosen, onChoose }: PicksProps<V>) {
  const picks = values.map((value) => (
    <Pick
      key={value}
      type={type}
      name={name}
      value={value}
      isChosen={chosen.includes(value)}
      onChoose={() => onChoose(value)}
    >
      {words(value)}
    </Pick>
  ));
  if (!label) return <div className={classes.picks}>{picks}</div>;
  return (
    <fieldset className={classes.picks} aria-label={label}>
      {picks}
    </fieldset>
  );
}
