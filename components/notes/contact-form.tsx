'use client';
import { Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Act } from '@/components/request/acts';
import { instantAt } from '@/components/request/clinic-time';
import { Phone } from '@/components/request/phone';
import { messageAt, ProblemNote } from '@/components/request/problem-note';
import { useLeaveWarning } from '@/components/request/use-leave-warning';
import { said } from '@/components/request/words';
import { useClinic } from '@/components/ui/clinic';
import { useDraft } from '@/components/ui/use-draft';
import { useSave } from '@/components/ui/use-save';
import type { OpenRequest } from '@/lib/domain/desk';
import { CONTACT_CHANNELS, CONTACT_OUTCOMES, firstChannelOf, OUTCOME_WORDS, refusalsOf } from '@/lib/domain/follow-up';
import { Deadline, dayProblem, NO_DAY } from './deadline';
import classes from './notes.module.css';
import { Pick } from './pick';
import { SaveRow } from './save-row';

const NO_CONTACT = { channel: '', outcome: '', text: '', next: NO_DAY };
type Typed = typeof NO_CONTACT;

/** How it was tried alone is no draft yet. */
const isNothing = ({ outcome, text, next }: Typed) => outcome === '' && text === '' && next.day === '';

/** One attempt to reach the person, reached or not. */
export function ContactForm({ request, logContact }: { request: OpenRequest; logContact: Act }) {
  const { timeZone } = useClinic();
  const { save, isSaving, isSaved, problem, clear } = useSave(logContact);
  const [start] = useState<Typed>(() => ({ ...NO_CONTACT, channel: firstChannelOf(request) }));
  const [unclear, setUnclear] = useState<string>();
  const {
    typed,
    type,
    draft,
    send: give,
  } = useDraft({ number: request.number, kind: 'contact' }, start, isNothing, ({ channel }) => ({ channel }));
  const { channel, outcome, text, next } = typed;
  useLeaveWarning(draft.isUnsaved(), draft.isStuck);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const half = dayProblem(event.currentTarget, next);
    setUnclear(half);
    if (half) return;
    const nextAt = instantAt(next.day, next.time, timeZone);
    const said = {
      number: request.number,
      channel,
      ...(outcome ? { outcome } : {}),
      ...(text.trim() ? { text } : {}),
      ...(nextAt ? { nextAt } : {}),
    };
    await give((spent) => save({ ...said, ...spent }));
  }

  function changed() {
    clear();
    setUnclear(undefined);
  }
  const refused = refusalsOf(request, channel).join(', ');

  return (
    <form onSubmit={send} onChange={changed} noValidate className={classes.form}>
      {channel === 'phone' && request.person.phone && (
        <p className={classes.call}>
          Call <Phone number={request.person.phone} />
          {request.person.bestHours && <span className={classes.soft}> best {request.person.bestHours}</span>}
        </p>
      )}
      <Pick
        label="By"
        options={CONTACT_CHANNELS}
        words={said}
        value={channel}
        onChange={(by) => type({ channel: by })}
        error={messageAt(problem, 'channel')}
      />
      {refused && (
        <p className={classes.refused} role="note">
          They said {refused}.
        </p>
      )}
      <Pick
        label="Outcome"
        options={CONTACT_OUTCOMES}
        words={(code) => OUTCOME_WORDS[code]}
        value={outcome}
        onChange={(code) => type({ outcome: code })}
        error={messageAt(problem, 'outcome', outcome)}
      />
      <Textarea
        aria-label="What was said"
        placeholder="What was said (optional)"
        autosize
        minRows={2}
        maxRows={14}
        value={text}
        onChange={(event) => type({ text: event.currentTarget.value })}
        error={messageAt(problem, 'text')}
      />
      <Deadline
        label="Next try"
        value={next}
        onChange={(day) => type({ next: day })}
        now={request.now}
        error={unclear ?? messageAt(problem, 'nextAt')}
      />
      <ProblemNote problem={problem} shownAtFields={['channel', 'outcome', 'text', 'nextAt']} />
      <SaveRow words="Log contact" isSaving={isSaving} isSaved={isSaved && outcome === ''} draft={draft} />
    </form>
  );
}
