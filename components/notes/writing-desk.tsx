'use client';
import { Tabs } from '@mantine/core';
import type { RequestActs } from '@/components/request/acts';
import { useIsKept } from '@/components/ui/use-draft';
import type { OpenRequest } from '@/lib/domain/desk';
import { ContactForm } from './contact-form';
import { FollowUpForm } from './follow-up-form';
import { NoteForm } from './note-form';
import classes from './notes.module.css';

/** What may be added, ready to type. Tabs stay mounted: a half-written note survives a look at another one. */
export function WritingDesk({ request, acts }: { request: OpenRequest; acts: RequestActs }) {
  const isKept = useIsKept();
  const may = (action: string) => request.allowedActions.some((one) => one.action === action);
  const tabs = [
    ['note', 'Note', may('note.write'), isKept('note')],
    ['contact', 'Contact', may('contact.log'), isKept('contact')],
    ['follow-up', 'Follow-up', may('follow_up.schedule'), isKept('follow_up')],
  ] as const;
  const open = tabs.filter(([, , isAllowed]) => isAllowed);
  const [first] = open.find(([, , , isHalfWritten]) => isHalfWritten) ?? open[0] ?? [];
  if (!first) return null;
  return (
    <Tabs defaultValue={first} keepMounted className={classes.desk}>
      <Tabs.List aria-label="Add to this request">
        {open.map(([value, words]) => (
          <Tabs.Tab key={value} value={value}>
            {words}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {may('note.write') && (
        <Tabs.Panel value="note">
          <NoteForm request={request} writeNote={acts.writeNote} />
        </Tabs.Panel>
      )}
      {may('contact.log') && (
        <Tabs.Panel value="contact">
          <ContactForm request={request} logContact={acts.logContact} />
        </Tabs.Panel>
      )}
      {may('follow_up.schedule') && (
        <Tabs.Panel value="follow-up">
          <FollowUpForm request={request} scheduleFollowUp={acts.scheduleFollowUp} />
        </Tabs.Panel>
      )}
    </Tabs>
  );
}
