'use client';
import Link from 'next/link';
import type { View, WorklistPage } from '@/lib/domain/desk';
import { FilterBar } from './filter-bar';
import { NothingFound } from './nothing-found';
import { SearchBox } from './search-box';
import { useQuestion } from './use-question';
import { counted, ViewTabs } from './view-tabs';
import classes from './worklist.module.css';
import { WorklistTable } from './worklist-table';

const NOT_FILTERS = ['view', 'sort', 'cursor', 'limit'];

export function WorklistScreen({ page, view, mayEnter }: { page: WorklistPage; view: View; mayEnter: boolean }) {
  const question = useQuestion();
  const { asked, hrefWith, isPending } = question;
  const isFiltered = [...asked.keys()].some((name) => !NOT_FILTERS.includes(name));
  const isEmpty = page.items.length === 0;
  return (
    <>
      <header className={classes.header}>
        <h1>Requests</h1>
        <SearchBox question={question} />
        {mayEnter && <Link href="/requests/new" prefetch={false} className={classes.enter}>New request</Link>}
      </header>
      <ViewTabs current={view} counts={page.counts} sort={asked.get('sort')} />
      <FilterBar question={question} staff={page.staff} now={page.now} />
      {(!isEmpty || page.pinned.length > 0) && <WorklistTable page={page} isPending={isPending} />}
      {isEmpty && <NothingFound view={view} isFiltered={isFiltered} isOverPinned={page.pinned.length > 0} />}
      <footer className={classes.footer}>
        <span role="status">{isPending ? 'Looking …' : `${counted(page.found)} ${page.found.value === 1 ? 'request' : 'requests'}`}</span>
        <span className={classes.pages}>
          {asked.get('cursor') && <Link href={hrefWith({ cursor: null })} prefetch={false}>First page</Link>}
          {page.nextCursor && <Link href={hrefWith({ cursor: page.nextCursor })} prefetch={false}>Next page</Link>}
        </span>
      </footer>
    </>
  );
}
