'use client';
import type { Act } from '@/components/request/acts';
import type { OpenRequest, StreamItem } from '@/lib/domain/desk';
import classes from './notes.module.css';
import { ContactEntry, EventEntry, NoteEntry } from './stream-entries';

/** Notes, calls and events in one line of time, newest first; an addendum stands under its note. */
export function Stream({ request, writeNote }: { request: OpenRequest; writeNote: Act }) {
  const addenda = request.stream.filter(isAddendum);
  return (
    <section aria-label="Notes, contacts and events">
      <h2 className={classes.heading}>What was said and done</h2>
      <ol className={classes.stream}>
        {request.stream
          .filter((item) => !isAddendum(item))
          .map((item) => (
            <li key={`${item.kind} ${item.id}`} className={item.kind === 'event' ? classes.event : classes.entry}>
              {item.kind === 'event' && <EventEntry item={item} now={request.now} />}
              {item.kind === 'contact' && <ContactEntry item={item} now={request.now} />}
              {item.kind === 'note' && (
                <NoteEntry
                  item={item}
                  addenda={addenda.filter((one) => one.addendumTo === item.id).reverse()}
                  request={request}
                  writeNote={writeNote}
                />
              )}
            </li>
          ))}
      </ol>
    </section>
  );
}

type Addendum = Extract<StreamItem, { kind: 'note' }> & { readonly addendumTo: string };

function isAddendum(item: StreamItem): item is Addendum {
  return item.kind === 'note' && item.addendumTo !== null;
}
