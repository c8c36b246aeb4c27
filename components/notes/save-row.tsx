'use client';
import { Button, Group } from '@mantine/core';
import { DraftLine } from '@/components/ui/draft-line';
import type { Draft } from '@/components/ui/use-draft';
import classes from './notes.module.css';

type Props = {
  readonly words: string;
  readonly isSaving: boolean;
  readonly isSaved: boolean;
  readonly draft: Draft;
  readonly onCancel?: () => void;
};

export function SaveRow({ words, isSaving, isSaved, draft, onCancel }: Props) {
  return (
    <Group gap="xs">
      <Button type="submit" loading={isSaving}>
        {words}
      </Button>
      {onCancel && (
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      )}
      <span role="status" className={classes.saved}>
        {isSaved ? 'Saved' : ''}
      </span>
      <DraftLine draft={draft} />
    </Group>
  );
}
