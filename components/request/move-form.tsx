'use client';
import { Button, Checkbox, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { type Day, Deadline } from '@/components/notes/deadline';
import { useClinic } from '@/components/ui/clinic';
import { useSave } from '@/components/ui/use-save';
import { MISSING_ITEMS, MISSING_WORDS } from '@/lib/domain/completeness';
import type { OpenRequest } from '@/lib/domain/desk';
import { CLOSE_REASONS } from '@/lib/domain/reasons';
import type { Act } from './acts';
import { dayFrom, instantAt } from './clinic-time';
import type { MoveOffer } from './moves';
import { messageAt, ProblemNote } from './problem-note';

type Props = {
  readonly offer: MoveOffer;
  readonly request: Pick<OpenRequest, 'number' | 'version' | 'missing' | 'now' | 'isAlarm'>;
  readonly move: Act;
  readonly onClose: () => void;
};

/** Reasons that were typed and not sent, for as long as this window stands: the form may be closed and come back. */
const unsent = new Map<string, string>();

/** Asks for exactly what the move needs. */
export function MoveForm({ offer, request, move, onClose }: Props) {
  const { timeZone, me } = useClinic();
  const { save, isSaving, problem, clear } = useSave(move);
  const [missing, setMissing] = useState<string[]>([...request.missing]);
  const place = `${me.id} ${request.number} ${offer.to}`;
  const [reason, setReason] = useState(unsent.get(place) ?? '');
  useEffect(() => void unsent.set(place, reason), [place, reason]);
  const [due, setDue] = useState<Day>({
    day: offer.wants === 'missing' ? dayFrom(request.now, 7, timeZone) : '',
    time: '',
  });
  const lacking = request.missing.join();
  useEffect(() => setMissing(lacking === '' ? [] : lacking.split(',')), [lacking]);
  const error = (path: string, typed?: string) => messageAt(problem, path, typed);

  async function send(event: FormEvent) {
    event.preventDefault();
    const { ok } = await save({
      number: request.number,
      version: request.version,
      to: offer.to,
      ...(reason.trim() ? { reason } : {}),
      ...(offer.wants === 'missing' ? { missing } : {}),
      ...(due.day ? { dueAt: instantAt(due.day, due.time, timeZone) } : {}),
    });
    if (!ok) return;
    setReason('');
    unsent.delete(place);
    onClose();
  }

  return (
    <form onSubmit={send} onChange={() => problem?.code !== 'conflict' && clear()} noValidate>
      <Stack gap="sm">
        <Text fw={560}>{offer.ask}</Text>
        {offer.wants === 'missing' && (
          <Checkbox.Group label="Asked for" value={missing} onChange={setMissing} error={error('missing')}>
            <Stack gap={4} mt={4}>
              {MISSING_ITEMS.map((item) => (
                <Checkbox key={item} value={item} label={MISSING_WORDS[item]} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        {offer.wants === 'override' && (
          <Text size="sm">Still missing: {request.missing.map((item) => MISSING_WORDS[item]).join(', ')}.</Text>
        )}
        {offer.wants === 'close' && request.isAlarm && (
          <Text size="sm">It has a red flag: a surgeon sees it before it can be closed.</Text>
        )}
        {offer.wants === 'close' && (
          <Radio.Group label="Reason" value={reason} onChange={setReason} error={error('reason', reason)}>
            <Stack gap={4} mt={4}>
              {CLOSE_REASONS.map(({ code, words }) => (
                <Radio key={code} value={code} label={words} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {(offer.wants === 'override' || offer.wants === 'reason') && (
          <Textarea
            label="Reason"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={error('reason', reason)}
            autosize
            minRows={2}
            data-autofocus
          />
        )}
        {offer.wants === 'missing' && (
          <Deadline label="By" value={due} onChange={setDue} now={request.now} error={error('dueAt', due.day)} />
        )}
        {offer.wants === 'moment' && (
          <Deadline
            label="On"
            value={due}
            onChange={setDue}
            now={request.now}
            error={error('dueAt', due.day)}
            isMoment
          />
        )}
        <ProblemNote problem={problem} version={request.version} shownAtFields={['missing', 'reason', 'dueAt']} />
        <Group gap="xs">
          <Button type="submit" loading={isSaving}>
            {offer.words}
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
