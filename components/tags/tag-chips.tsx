import { Chip } from '@/components/ui/chip';
import classes from './tags.module.css';

/** The tags of one row, short of room. */
export function TagChips({ tags, most }: { tags: readonly string[]; most: number }) {
  if (tags.length === 0) return null;
  const rest = tags.slice(most).join(', ');
  return (
    <span className={classes.chips}>
      <span className="unseen">Tags: </span>
      {tags.slice(0, most).map((tag) => (
        <Chip key={tag}>{tag}</Chip>
      ))}
      {rest && (
        <Chip title={rest}>
          <span aria-hidden>+{tags.length - most}</span>
          <span className="unseen">, {rest}</span>
        </Chip>
      )}
    </span>
  );
}
