'use client';
import { NoteForm } from '@/components/notes/note-form';
import { ContactEntry } from '@/components/notes/stream-entries';
import type { Act } from '@/components/request/acts';
import { AssignMenu } from '@/components/request/assign-menu';
import { Completeness } from '@/components/request/completeness';
import { MoveButtons } from '@/components/request/move-buttons';
import { RaisedFlags } from '@/components/request/red-flags';
import { ComplaintShown } from '@/components/request/shown-parts';
import { sexLetter } from '@/components/request/words';
import { Tags } from '@/components/tags/tags';
import { StageChip, UrgencyChip } from '@/components/ui/chip';
import { Waits } from '@/components/ui/waits';
import { When } from '@/components/ui/when';
import type { OpenRequest, StreamItem } from '@/lib/domain/desk';
import classes from './peek.module.css';

const LAST = 5;

type Props = {
  readonly request: OpenRequest;
  readonly acts: { readonly move: Act; readonly assign: Act; readonly note: Act; readonly tag: Act };
  readonly onTagged: () => void;
};

/** Who, what, what is missing, what was said last, and the steps that are open from here. */
export function PeekShown({ request, acts, onTagged }: Props) {
  const may = (action: string) => request.allowedActions.some((one) => one.action === action);
  const { person, now } = request;
  const said = request.stream.filter(({ kind }) => kind !== 'event').slice(0, LAST);
  return (
    <>
      <header className={classes.head}>
        <h2>
          {person.name}, {person.age} {sexLetter(person.sexAtBirth)}
        </h2>
        <p>
          {request.number} · {request.complaint.summary}
        </p>
        <div className={classes.standing}>
          <StageChip stage={request.stage} />
          <UrgencyChip urgency={request.urgency} />
          <Waits receivedAt={request.receivedAt} clocks={request.clocks} />
          <span>
            <span className={classes.soft}>Owner</span> {request.assignedTo?.name ?? 'nobody'}
          </span>
          {request.dueAt && (
            <span className={request.dueAt < now ? classes.late : undefined}>
              {request.dueAt < now ? 'Overdue since' : 'Due'} <When at={request.dueAt} now={now} />
            </span>
          )}
          <Completeness missing={request.missing} askedFor={request.askedFor} />
        </div>
        <Tags
          number={request.number}
          tags={request.tags}
          mayTag={may('request.tag')}
          tag={acts.tag}
          onTagged={onTagged}
        />
      </header>
      <div className={classes.acts}>
        <MoveButtons request={request} move={acts.move} />
        {may('request.assign') && request.stage !== 'in_review' && (
          <AssignMenu request={request} assign={acts.assign} />
        )}
      </div>
      <RaisedFlags request={request} />
      <section className={classes.story} aria-label="Complaint">
        <ComplaintShown request={request} />
      </section>
      {may('note.write') && (
        <section aria-label="Add a note">
          <NoteForm request={request} writeNote={acts.note} />
        </section>
      )}
      <section aria-label="Last notes and contacts">
        <h3>Last notes and contacts</h3>
        {said.length === 0 && <p className={classes.soft}>Nothing was written yet.</p>}
        <ol className={classes.stream}>
          {said.map((item) => (
            <li key={item.id}>
              <Said item={item} now={now} />
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function Said({ item, now }: { item: StreamItem; now: string }) {
  if (item.kind === 'contact') return <ContactEntry item={item} now={now} />;
  if (item.kind === 'event') return null;
  return (
    <>
      <p className={classes.soft}>
        <b>{item.by.name}</b>
        {item.addendumTo && ', addendum'}, <When at={item.at} now={now} />
      </p>
      <p className={classes.text}>{item.text}</p>
    </>
  );
}
