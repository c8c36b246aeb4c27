'use client';
import { Button, Group, Modal, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useSave } from '@/components/ui/use-save';
import { CopyOnce } from './copy-once';
import { adviceFor, type IntakeKey, type KeyActs, OVERLAP_WORDS, secretLabel } from './intake-key';
import { ProblemLine } from './problem';
import classes from './staff.module.css';

type Step = { readonly of: IntakeKey; readonly onClose: () => void };

/** The same key by another secret: the program is told it while the old one still opens. */
export function Rotate({ of, rotate, onClose }: Step & Pick<KeyActs, 'rotate'>) {
  const { save, isSaving, problem } = useSave(rotate);
  const [overlap, setOverlap] = useState('day');
  const [secret, setSecret] = useState<string | null>(null);
  const what = of.isSigning ? 'signing secret' : 'key';

  async function confirm() {
    const saved = await save({ keyId: of.id, overlap });
    if (saved.ok) setSecret(saved.answer.key);
  }

  return (
    <Modal opened lockScroll={false} onClose={onClose} title={`Rotate ${of.name}`} size={secret ? 'lg' : 'md'}>
      <Stack gap="sm">
        {secret ? (
          <CopyOnce label={secretLabel(of.isSigning)} value={secret} advice={adviceFor(of.isSigning, of.id)} />
        ) : (
          <>
            <p className={classes.said}>
              A new {what} is made and shown once. Its name, its source and its end stay as they are.
            </p>
            <NativeSelect
              label={`The old ${what} goes on for`}
              value={overlap}
              onChange={(event) => setOverlap(event.currentTarget.value)}
              data={Object.entries(OVERLAP_WORDS).map(([value, label]) => ({ value, label }))}
            />
            <ProblemLine problem={problem} />
          </>
        )}
        <Group gap="xs">
          {!secret && (
            <Button loading={isSaving} onClick={() => void confirm()}>
              Rotate
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {secret ? 'Done' : 'Cancel'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

export function Revoke({ of, revoke, onClose }: Step & Pick<KeyActs, 'revoke'>) {
  const { save, isSaving, problem } = useSave(revoke);
  const confirm = async () => (await save({ keyId: of.id })).ok && onClose();
  return (
    <Modal opened lockScroll={false} onClose={onClose} title={`Revoke ${of.name}`}>
      <Stack gap="sm">
        <p className={classes.said}>
          The program that uses it cannot submit from this moment on, by the old secret or the new one. This cannot be
          undone; make a new key instead.
        </p>
        <ProblemLine problem={problem} />
        <Group gap="xs">
          <Button color="red" loading={isSaving} onClick={() => void confirm()}>
            Revoke
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
