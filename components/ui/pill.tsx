'use client';
import { Menu } from '@mantine/core';
import classes from './pill.module.css';

export type Choice = { readonly value: string; readonly words: string };

type Props = {
  readonly label: string;
  readonly value: string;
  readonly words?: string;
  readonly choices: readonly Choice[];
  readonly isMany?: boolean;
  readonly isOpenAtFirst?: boolean;
  readonly onPick: (value: string) => void;
  readonly onRemove?: () => void;
};

/** A word of the sentence that opens the words it could be. */
export function Pill({ label, value, words, choices, isMany, isOpenAtFirst, onPick, onRemove }: Props) {
  const said = words ?? (value ? wordsOf(value, choices) : (choices.find((choice) => choice.value === '')?.words ?? 'any'));
  return (
    <span className={classes.wrap} data-set={onRemove ? '' : undefined}>
      <Menu position="bottom-start" offset={4} width={240} defaultOpened={isOpenAtFirst} closeOnItemClick={!isMany} returnFocus>
        <Menu.Target>
          <button type="button" className={classes.pill} aria-label={`${label}: ${said}`}>
            <span className={classes.said}>{said}</span>
            <svg className={classes.caret} viewBox="0 0 10 6" aria-hidden="true"><path d="m1 1 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" /></svg>
          </button>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu} aria-label={label}>
          {isMany ? <Several value={value} choices={choices} onPick={onPick} /> : <One value={value} choices={choices} onPick={onPick} />}
        </Menu.Dropdown>
      </Menu>
      {onRemove && <button type="button" className={classes.remove} onClick={onRemove} aria-label={`Remove ${label}`}>×</button>}
    </span>
  );
}

type Listed = Pick<Props, 'value' | 'choices' | 'onPick'>;

function One({ value, choices, onPick }: Listed) {
  return (
    <Menu.RadioGroup value={value} onChange={onPick}>
      {choices.map((choice) => <Menu.RadioItem key={choice.value} value={choice.value} closeMenuOnClick>{choice.words}</Menu.RadioItem>)}
    </Menu.RadioGroup>
  );
}

/** A choice that is a whole of its own ("any", "any open stage") stands alone; the others add up. */
function Several({ value, choices, onPick }: Listed) {
  const isAlone = (one: string) => one === '' || one === 'open';
  const chosen = value.split(',').filter((one) => one && !isAlone(one));
  const toggled = (one: string) => (chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]);
  const inOrder = (some: string[]) => choices.map((choice) => choice.value).filter((one) => some.includes(one)).join(',');
  return choices.map((choice) => (
    <Menu.CheckboxItem
      key={choice.value} checked={isAlone(choice.value) ? value === choice.value : chosen.includes(choice.value)}
      closeMenuOnClick={isAlone(choice.value)}
      onChange={() => onPick(isAlone(choice.value) ? choice.value : inOrder(toggled(choice.value)))}
    >
      {choice.words}
    </Menu.CheckboxItem>
  ));
}

/** "MRI images", "Triage or New"; a value no list knows is said as it is. */
export function wordsOf(value: string, choices: readonly Choice[]): string {
  return value.split(',').map((one) => choices.find((choice) => choice.value === one)?.words ?? one).join(' or ');
}
