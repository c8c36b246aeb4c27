import type { ReactNode } from 'react';
import classes from './pick.module.css';

type Props = {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly value: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

/** A native radio or checkbox that looks like a chip. */
export function Pick({ type, name, value, isChosen, onChoose, isWide, children }: Props) {
  return (
    <label className={isWide ? classes.wide : classes.chip}>
      <input className={classes.input} type={type} name={name} value={value} checked={isChosen} onChange={onChoose} />
      {children}
    </label>
  );
}

export function Picks({ children }: { children: ReactNode }) {
  return <div className={classes.picks}>{children}</div>;
}
