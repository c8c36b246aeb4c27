'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { useClinic } from '@/components/ui/clinic';
import { SOURCE_CHANNELS } from '@/lib/domain/intake';
import type { PipelineStats } from '@/lib/domain/stats-shown';
import { dayAfter, dayOf } from '@/lib/domain/working-time';
import classes from './range-bar.module.css';
import { SOURCE_WORDS } from './words';

type Range = { readonly from: string; readonly to: string };
const at = (range: Range, source: string) =>
  `/stats?${new URLSearchParams({ ...range, ...(source ? { source } : {}) })}`;

/** Which days and which source: all of it in the address, so that a page of numbers can be sent on. */
export function RangeBar({ stats, source }: { stats: PipelineStats; source: string }) {
  const router = useRouter();
  const [isLoading, go] = useTransition();
  const { timeZone } = useClinic();
  const today = dayOf(new Date(stats.now), timeZone);
  const presets = [
    { words: '30 days', from: dayAfter(today, -29), to: today },
    { words: '90 days', from: dayAfter(today, -89), to: today },
    { words: '12 months', from: dayAfter(today, -364), to: today },
    { words: 'This year', from: `${today.slice(0, 4)}-01-01`, to: today },
  ];
  function choose(form: HTMLFormElement) {
    if (!form.reportValidity()) return;
    const typed = new FormData(form);
    go(() =>
      router.push(at({ from: String(typed.get('from')), to: String(typed.get('to')) }, String(typed.get('source')))),
    );
  }
  return (
    <div className={classes.range} aria-busy={isLoading}>
      <nav aria-label="Days">
        {presets.map(({ words, ...range }) => (
          <Link
            key={words}
            href={at(range, source)}
            aria-current={range.from === stats.from && range.to === stats.to ? 'true' : undefined}
          >
            {words}
          </Link>
        ))}
      </nav>
      <form
        key={`${stats.from} ${stats.to} ${source}`}
        onSubmit={(event) => {
          event.preventDefault();
          choose(event.currentTarget);
        }}
      >
        <label>
          From{' '}
          <input
            type="date"
            name="from"
            required
            defaultValue={stats.from}
            max={stats.to}
            onChange={(event) => bound(event.currentTarget, 'to', 'min')}
          />
        </label>
        <label>
          to{' '}
          <input
            type="date"
            name="to"
            required
            defaultValue={stats.to}
            min={stats.from}
            onChange={(event) => bound(event.currentTarget, 'from', 'max')}
          />
        </label>
        <select
          name="source"
          aria-label="Source"
          defaultValue={source}
          onChange={(event) => event.currentTarget.form && choose(event.currentTarget.form)}
        >
          <option value="">All sources</option>
          {SOURCE_CHANNELS.map((one) => (
            <option key={one} value={one}>
              {SOURCE_WORDS[one]}
            </option>
          ))}
        </select>
        <button type="submit">{isLoading ? 'Counting…' : 'Show'}</button>
      </form>
    </div>
  );
}

/** The browser itself then says that one day must not be after the other. */
function bound(changed: HTMLInputElement, other: 'from' | 'to', side: 'min' | 'max') {
  const field = changed.form?.elements.namedItem(other);
  if (field instanceof HTMLInputElement) field[side] = changed.value;
}
