'use client';
import { Menu } from './menu';
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
export function Pill({ label, value, words, choices, isMany = false, isOpenAtFirst, onPick, onRemove }: Props) {
  const said =
    words ?? (value ? wordsOf(value, choices) : (choices.find((choice) => choice.value === '')?.words ?? 'any'));
  const items = choices.map((choice) => ({
    ...choice,
    isChecked: isMany && !isAlone(choice.value) ? value.split(',').includes(choice.value) : value === choice.value,
    keepsOpen: isMany && !isAlone(choice.value),
  }));
  return (
    <span className={classes.wrap} data-set={onRemove ? '' : undefined}>
      <Menu
        label={`${label}: ${said}`}
        className={classes.pill}
        items={items}
        kind={isMany ? 'checkbox' : 'radio'}
        isOpenAtFirst={isOpenAtFirst}
        onPick={(picked) => onPick(isMany ? toggled(value, picked, choices) : picked)}
      >
        <span className={classes.said}>{said}</span>
        <svg className={classes.caret} viewBox="0 0 10 6" aria-hidden="true">
          <path d="m1 1 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </Menu>
      {onRemove && (
        <button type="button" className={classes.remove} onClick={onRemove} aria-label={`Remove ${label}`}>
          ×
        </button>
      )}
    </span>
  );
}

/** "MRI images", "Triage or New"; a value no list knows is said as it is. */
function wordsOf(value: string, choices: readonly Choice[]): string {
  return value
    .split(',')
    .map((one) => choices.find((choice) => choice.value === one)?.words ?? one)
    .join(' or ');
}

/** A choice that is a whole of its own ("any", "any open stage") stands alone; the others add up. */
const isAlone = (value: string) => value === '' || value === 'open';

function toggled(value: string, picked: string, choices: readonly Choice[]): string {
  if (isAlone(picked)) return picked;
  const before = value.split(',').filter((one) => !isAlone(one));
  const after = before.includes(picked) ? before.filter((one) => one !== picked) : [...before, picked];
  return choices
    .map((choice) => choice.value)
    .filter((one) => after.includes(one))
    .join(',');
}
