'use client';
import type { StaffName } from '@/lib/domain/desk';
import { broughtAlong, type Choice, MORE, ownerChoices, receivedChoices, SORT_CHOICES, STAGE_CHOICES } from './filter-words';
import type { Question } from './use-question';
import classes from './worklist.module.css';

/** Filters that read as a sentence. Each pill is a native list: it opens by key and by touch. */
export function FilterBar({ question, staff, now }: { question: Question; staff: readonly StaffName[]; now: string }) {
  const { asked, ask } = question;
  const more = MORE.filter(({ name }) => asked.get(name));
  const brought = broughtAlong(asked, staff);
  const pill = (name: string, label: string, choices: readonly Choice[]) => (
    <Pill label={label} value={asked.get(name) ?? ''} choices={choices} onPick={(value) => ask({ [name]: value })} />
  );
  return (
    <div className={classes.filter}>
      <span>Requests of {pill('assigned', 'Assigned to', ownerChoices(staff))}</span>
      <span>in {pill('stage', 'Stage', STAGE_CHOICES)}</span>
      {!asked.get('to') && <span>received {pill('from', 'Received', receivedChoices(now))}</span>}
      {more.map(({ name, label, choices }) => <span key={name}>{label.toLowerCase()} {pill(name, label, choices)}</span>)}
      {brought.map(({ names, words }) => (
        <button key={words} type="button" className={classes.brought} onClick={() => ask(Object.fromEntries(names.map((name) => [name, null])))}>
          {words} <span aria-hidden>×</span><span className={classes.hidden}>, remove this filter</span>
        </button>
      ))}
      <span>sorted by {pill('sort', 'Sorted by', SORT_CHOICES)}</span>
      <MoreFilters question={question} />
    </div>
  );
}

function Pill({ label, value, choices, onPick }: { label: string; value: string; choices: readonly Choice[]; onPick: (value: string) => void }) {
  const isKnown = choices.some((choice) => choice.value === value);
  return (
    <select className={classes.pill} aria-label={label} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
      {!isKnown && <option value={value}>{value}</option>}
      {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.words}</option>)}
    </select>
  );
}

/** One list to add a filter; once chosen it stands in the sentence. */
function MoreFilters({ question: { asked, ask } }: { question: Question }) {
  const free = MORE.filter(({ name }) => !asked.get(name));
  if (free.length === 0) return null;
  return (
    <select className={classes.add} aria-label="Add a filter" value="" onChange={(event) => {
      const [name = '', value = ''] = event.currentTarget.value.split('=');
      ask({ [name]: value });
    }}>
      <option value="">+ filter</option>
      {free.map(({ name, label, choices }) => (
        <optgroup key={name} label={label}>
          {choices.slice(1).map(({ value, words }) => <option key={value} value={`${name}=${value}`}>{words}</option>)}
        </optgroup>
      ))}
    </select>
  );
}
