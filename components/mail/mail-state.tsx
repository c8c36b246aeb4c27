'use client';
import { Chip, type Tone } from '@/components/ui/chip';
import { useClinic } from '@/components/ui/clinic';
import type { MailState } from '@/lib/domain/mail';

const STATES: Record<MailState, readonly [words: string, tone: Tone]> = {
  waiting: ['Waiting', 'grey'],
  sending: ['Being sent', 'blue'],
  sent: ['Sent', 'green'],
  failed: ['Failed', 'red'],
  held: ['Held', 'amber'],
  not_sent: ['Not sent', 'grey'],
  left: ['Left', 'grey'],
};

/** Where a message stands. Without a mail server one that waits would be sent. */
export function MailStateChip({ state }: { state: MailState }) {
  const { sendsMail } = useClinic();
  const [words, tone] = STATES[state];
  return <Chip tone={tone}>{state === 'waiting' && !sendsMail ? 'Would send' : words}</Chip>;
}
