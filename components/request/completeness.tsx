'use client';
import { Chip } from '@/components/ui/chip';
import { MISSING_WORDS, type MissingItem } from '@/lib/domain/completeness';
import type { Part } from './parts/draft';
import { fieldOfMissing, PART_OF_MISSING } from './parts/parts';
import classes from './request.module.css';

type Props = { readonly missing: readonly MissingItem[]; readonly onComplete?: (part: Part, field: string) => void };

/** What a surgeon still needs; each item leads to the place where it is completed. */
export function Completeness({ missing, onComplete }: Props) {
  if (missing.length === 0) return <Chip tone="green">Complete</Chip>;
  return (
    <span className={classes.missing}>
      <span className={classes.soft}>Missing</span>
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
    </span>
  );
}
