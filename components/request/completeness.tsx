'use client';
import { Chip } from '@/components/ui/chip';
import { MISSING_WORDS, type MissingItem, stillNeeded } from '@/lib/domain/completeness';
import type { Part } from './parts/draft';
import { fieldOfMissing, PART_OF_MISSING } from './parts/parts';
import classes from './request.module.css';

type Props = {
  readonly missing: readonly MissingItem[];
  readonly askedFor: readonly string[];
  readonly onComplete?: (part: Part, field: string) => void;
};

/** What a surgeon still needs; each item of the intake leads to the place where it is completed. */
export function Completeness({ missing, askedFor, onComplete }: Props) {
  const awaited = stillNeeded({ missing: [], askedFor }).filter(({ code }) => !missing.some((item) => item === code));
  if (missing.length + awaited.length === 0) return <Chip tone="green">Complete</Chip>;
  return (
    <span className={classes.missing}>
      {missing.length > 0 && <span className={classes.soft}>Missing</span>}
      {missing.map((item) =>
        onComplete ? (
          <button
            key={item}
            type="button"
            className={classes.missingItem}
            onClick={() => onComplete(PART_OF_MISSING[item], fieldOfMissing(item))}
            aria-label={`Complete ${MISSING_WORDS[item]}`}
          >
            <Chip tone="amber">{MISSING_WORDS[item]}</Chip>
          </button>
        ) : (
          <Chip key={item} tone="amber">
            {MISSING_WORDS[item]}
          </Chip>
        ),
      )}
      {awaited.map(({ code, words }) => (
        <Chip key={code} tone="amber">
          Asked for: {words}
        </Chip>
      ))}
    </span>
  );
}
