'use client';
import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { URGENCY_WORDS } from '@/components/ui/chip';
import { Dialog } from '@/components/ui/dialog';
import { useSave } from '@/components/ui/use-save';
import type { OpenRequest } from '@/lib/domain/desk';
import { graverThan } from '@/lib/domain/red-flags';
import type { Act } from './acts';
import { messageAt, ProblemNote } from './problem-note';

type Props = { readonly request: OpenRequest; readonly raise: Act };

/** For what no answer of the script says. Nobody lowers it again but a clinician, by an answer. */
export function RaiseButton({ request, raise }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { save, isSaving, problem, clear } = useSave(raise);
  const classes = [...graverThan(request.urgency)].reverse();
  const [urgency, setUrgency] = useState<string>(classes[0] ?? '');
  if (!request.allowedActions.some(({ action }) => action === 'request.raise')) return null;
  const chosen = classes.find((one) => one === urgency) ?? classes[0];

  async function send(event: FormEvent) {
    event.preventDefault();
    const { ok } = await save({ number: request.number, version: request.version, urgency: chosen, reason });
    if (!ok) return;
    setReason('');
    setOpen(false);
  }

  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
        Raise urgency
      </Button>
      {isOpen && (
        <Dialog title="Raise urgency" onClose={() => setOpen(false)}>
          <form onSubmit={send} onChange={clear} noValidate>
            <Stack gap="sm">
              <Radio.Group
                label="To"
                value={chosen}
                onChange={setUrgency}
                error={messageAt(problem, 'urgency', urgency)}
              >
                <Stack gap={4} mt={4}>
                  {classes.map((one) => (
                    <Radio key={one} value={one} label={URGENCY_WORDS[one]} />
                  ))}
                </Stack>
              </Radio.Group>
              <Textarea
                label="What was heard or seen"
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
                error={messageAt(problem, 'reason', reason)}
                autosize
                minRows={2}
                required
              />
              <Text size="sm">
                Emergency and same-day review pin it on top until a clinician answers. Nobody lowers it by hand.
              </Text>
              <ProblemNote problem={problem} version={request.version} shownAtFields={['urgency', 'reason']} />
              <Group gap="xs">
                <Button type="submit" color="red" loading={isSaving}>
                  Raise
                </Button>
                <Button variant="default" onClick={() => setOpen(false)}>
                  Cancel
                </Button>
              </Group>
            </Stack>
          </form>
        </Dialog>
      )}
    </>
  );
}
