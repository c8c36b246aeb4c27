'use client';
import { Button, Group, Modal, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useSave } from '@/components/ui/use-save';
import { CopyOnce } from './copy-once';
import { type GivenLink, linkOf, type Member, ROLE_CHOICES, type StaffActs } from './member';
import { messageAt, ProblemLine } from './problem';
import { STEPS, type Step } from './staff-acts';

type Props = { readonly member: Member; readonly step: Step; readonly acts: StaffActs; readonly onClose: () => void };

/** Asks once more, does it, and shows what came of it. */
export function StepModal({ member, step, acts, onClose }: Props) {
  const words = STEPS[step];
  const { save, isSaving, problem } = useSave<unknown>(acts[words.act]);
  const [role, setRole] = useState<string>(member.role);
  const [link, setLink] = useState<string | null>(null);

  async function confirm() {
    const extra = {
      role: { role },
      link: {},
      sign_out: { which: 'all' },
    };
    const done = await save({ staffId: member.id, ...(step in extra ? extra[step as keyof typeof extra] : {}) });
    if (!done.ok) return;
    if (step === 'link') setLink(linkOf(done.answer as GivenLink));
    else onClose();
  }

  return (
    <Modal opened lockScroll={false} onClose={onClose} title={words.title(member)} size={link ? 'lg' : 'md'}>
      <Stack gap="sm">
        {link ? (
          <CopyOnce
            label="One-use link"
            value={link}
            advice={`Give it to ${member.name} yourself, in person or by a message only they can read: no mail is sent. It is not shown again.`}
          />
        ) : (
          <>
            <p style={{ margin: 0 }}>{words.says(member)}</p>
            {step === 'role' && (
              <NativeSelect
                label="Role"
                value={role}
                error={messageAt(problem, 'role')}
                onChange={(event) => setRole(event.currentTarget.value)}
                data={ROLE_CHOICES}
              />
            )}
            <ProblemLine problem={problem} shown={['role']} />
          </>
        )}
        <Group gap="xs">
          {!link && (
            <Button
              color={words.isDestructive ? 'red' : undefined}
              loading={isSaving}
              disabled={step === 'role' && role === member.role}
              onClick={() => void confirm()}
            >
              {words.button}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {link ? 'Done' : 'Cancel'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
