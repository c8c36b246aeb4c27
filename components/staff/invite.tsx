'use client';
import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Action, useSave } from '@/components/ui/use-save';
import { CopyOnce } from './copy-once';
import { type GivenLink, linkOf, ROLE_CHOICES } from './member';
import { messageAt, ProblemLine } from './problem';

const BLANK = { name: '', email: '', role: '' };

/** The account exists at once; it opens when the link is used. */
export function Invite({ invite }: { invite: Action<GivenLink> }) {
  const { save, isSaving, problem, clear } = useSave(invite);
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(BLANK);
  const [link, setLink] = useState<string | null>(null);
  const change = (part: Partial<typeof BLANK>) => setTyped((before) => ({ ...before, ...part }));

  async function send(event: FormEvent) {
    event.preventDefault();
    const saved = await save(typed);
    if (saved.ok) setLink(linkOf(saved.answer));
  }
  function close() {
    setOpen(false);
    clear();
    if (link) setTyped(BLANK);
    setLink(null);
  }

  return (
    <>
      <Button onClick={() => setOpen(true)}>Invite</Button>
      <Modal
        lockScroll={false}
        opened={isOpen}
        onClose={close}
        title={link ? `Invitation for ${typed.name}` : 'Invite to the desk'}
        size="lg"
      >
        {link ? (
          <Stack>
            <CopyOnce
              label="One-use link"
              value={link}
              advice={`Give it to ${typed.name} yourself, in person or by a message only they can read: no mail is sent. It opens once, within 72 hours, and is not shown again.`}
            />
            <Group>
              <Button variant="default" onClick={close}>
                Done
              </Button>
            </Group>
          </Stack>
        ) : (
          <form onSubmit={send} noValidate>
            <Stack gap="sm">
              <TextInput
                label="Name"
                value={typed.name}
                error={messageAt(problem, 'name')}
                onChange={(event) => change({ name: event.currentTarget.value })}
                autoComplete="off"
                data-autofocus
              />
              <TextInput
                label="E-mail"
                type="email"
                value={typed.email}
                error={messageAt(problem, 'email')}
                onChange={(event) => change({ email: event.currentTarget.value })}
                autoComplete="off"
              />
              <NativeSelect
                label="Role"
                value={typed.role}
                error={messageAt(problem, 'role') && 'choose one'}
                onChange={(event) => change({ role: event.currentTarget.value })}
                data={[{ value: '', label: 'Choose' }, ...ROLE_CHOICES]}
              />
              <ProblemLine problem={problem} shown={['name', 'email', 'role']} />
              <Group gap="xs">
                <Button type="submit" loading={isSaving}>
                  Make the link
                </Button>
                <Button variant="default" onClick={close}>
                  Cancel
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </Modal>
    </>
  );
}
