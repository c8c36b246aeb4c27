'use client';
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSave } from '@/components/ui/use-save';
import { CopyOnce } from './copy-once';
import { adviceFor, CHANNEL_WORDS, type GivenSecret, type KeyActs, secretLabel } from './intake-key';
import { messageAt, ProblemLine } from './problem';

const BLANK = { name: '', proof: 'sent', channel: '', label: '', expiresOn: '' };
type Typed = typeof BLANK;
const FIELDS = ['name', 'channel', 'label', 'expiresOn'];

export function NewKey({ create }: { create: KeyActs['create'] }) {
  const { save, isSaving, problem } = useSave(create);
  const [typed, setTyped] = useState(BLANK);
  const [given, setGiven] = useState<(GivenSecret & { isSigning: boolean }) | null>(null);
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));

  async function send(event: FormEvent) {
    event.preventDefault();
    const isSigning = typed.proof === 'signing';
    const saved = await save(asSaid(typed, isSigning));
    if (!saved.ok) return;
    setGiven({ ...saved.answer, isSigning });
    setTyped(BLANK);
  }

  return (
    <Stack gap="sm" my="sm">
      <form onSubmit={send} noValidate>
        <Group align="start" gap="xs">
          <TextInput
            label="Name of the program"
            w={260}
            value={typed.name}
            error={messageAt(problem, 'name')}
            autoComplete="off"
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <NativeSelect
            label="Proves itself by"
            w={260}
            value={typed.proof}
            onChange={(event) => change({ proof: event.currentTarget.value })}
            data={[
              { value: 'sent', label: 'sending the key' },
              { value: 'signing', label: 'signing each request (HMAC)' },
            ]}
          />
          <NativeSelect
            label="May submit as"
            w={260}
            value={typed.channel}
            error={messageAt(problem, 'channel')}
            onChange={(event) => change({ channel: event.currentTarget.value })}
            data={[
              { value: '', label: 'any channel' },
              ...Object.entries(CHANNEL_WORDS).map(([value, label]) => ({ value, label })),
            ]}
          />
          <TextInput
            label="Shown as the source (optional)"
            placeholder="Web form of the campaign site"
            w={260}
            value={typed.label}
            error={messageAt(problem, 'label')}
            autoComplete="off"
            onChange={(event) => change({ label: event.currentTarget.value })}
          />
          <TextInput
            label="Last day (optional)"
            type="date"
            w={260}
            value={typed.expiresOn}
            error={messageAt(problem, 'expiresOn')}
            onChange={(event) => change({ expiresOn: event.currentTarget.value })}
          />
        </Group>
        <Button type="submit" size="sm" mt="sm" loading={isSaving}>
          Make a key
        </Button>
      </form>
      <ProblemLine problem={problem} shown={FIELDS} />
      {given && (
        <CopyOnce
          key={given.id}
          label={secretLabel(given.isSigning)}
          value={given.key}
          advice={adviceFor(given.isSigning, given.id)}
        />
      )}
    </Stack>
  );
}

/** A field that is left empty was not said. */
function asSaid({ name, channel, label, expiresOn }: Typed, isSigning: boolean) {
  return {
    name,
    isSigning,
    ...(channel ? { channel } : {}),
    ...(label.trim() ? { label } : {}),
    ...(expiresOn ? { expiresOn } : {}),
  };
}
