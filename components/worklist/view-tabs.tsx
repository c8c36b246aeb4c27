'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useDragOrder } from '@/components/ui/drag-order';
import type { ListTab } from '@/components/ui/list-head';
import list from '@/components/ui/list-head.module.css';
import { Menu } from '@/components/ui/menu';
import type { SavedView } from '@/lib/domain/views';
import { counted } from './counted';
import { isFiltered } from './question';
import type { Question } from './use-question';
import { ViewActions } from './view-actions';
import { hrefOfView, useTheViews } from './views';
import classes from './views.module.css';

const GAP = 20;

/** The built-in views, then one's own and the team's, in one's own order. */
export function ViewTabs({ builtIn, question }: { builtIn: readonly ListTab[]; question: Question }) {
  const { tabs, here, isChanged, moveTo } = useTheViews();
  const dragOf = useDragOrder('view', moveTo);
  const bar = useRef<HTMLDivElement>(null);
  const current = here?.id ?? question.view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another current tab is what calls for it
  useEffect(() => {
    const tab = bar.current?.querySelector<HTMLElement>('[aria-current]');
    if (tab && bar.current) bringInto(bar.current, tab);
  }, [current]);
  const { follow } = question;
  return (
    <div className={classes.row}>
      <nav className={list.tabs} aria-label="Views" ref={bar}>
        {builtIn.map(({ href, words, count, isHere, isAlarm }) => (
          <Link
            key={href}
            href={href}
            prefetch={false}
            onClick={follow}
            className={list.tab}
            aria-current={isHere && !here ? 'page' : undefined}
            data-alarm={isAlarm || undefined}
          >
            <span data-words={words}>{words}</span> <b>{count}</b>
          </Link>
        ))}
        {tabs.map((view) => (
          <Link
            key={view.id}
            href={hrefOfView(view)}
            prefetch={false}
            onClick={follow}
            className={`${list.tab} ${classes.saved}`}
            title={titleOf(view)}
            aria-current={view.id === here?.id ? 'page' : undefined}
            {...dragOf(view.id)}
          >
            <span data-words={view.name}>{view.name}</span> <Told view={view} />
            {view.id === here?.id && isChanged && <span className={classes.changed}> changed</span>}
          </Link>
        ))}
      </nav>
      <div className={classes.tools}>
        <EveryView />
        <ViewActions mayKeep={here ? isChanged : isFiltered(question.asked) || question.asked.has('sort')} />
      </div>
    </div>
  );
}

/** No further than it takes: the first tab, of the red flags, stays in sight over the others. */
function bringInto(bar: HTMLElement, tab: HTMLElement) {
  const room = (bar.firstElementChild as HTMLElement | null)?.offsetWidth ?? 0;
  const [left, right] = [tab.offsetLeft - room - GAP, tab.offsetLeft + tab.offsetWidth + GAP - bar.clientWidth];
  if (bar.scrollLeft > left) bar.scrollLeft = left;
  else if (bar.scrollLeft < right) bar.scrollLeft = right;
}

function Told({ view: { count, problem } }: { view: SavedView }) {
  if (problem) return <b className={classes.broken}>cannot be read</b>;
  return count && <b>{counted(count)}</b>;
}

const titleOf = ({ isShared, isMine, owner, problem }: SavedView) =>
  problem ?? (isMine ? (isShared ? 'Yours, shared with the team' : 'Yours alone') : `Shared by ${owner}`);

/** Every saved view, also what is no tab or out of sight. */
function EveryView() {
  const { views } = useTheViews();
  const router = useRouter();
  if (views.length === 0) return null;
  return (
    <Menu
      label="Saved views"
      className={classes.tool}
      kind="act"
      items={views.map((view) => ({ value: view.id, words: view.isMine ? view.name : `${view.name} (${view.owner})` }))}
      onPick={(id) => {
        const view = views.find((one) => one.id === id);
        if (view) router.push(hrefOfView(view));
      }}
    >
      Saved views <span aria-hidden>▾</span>
    </Menu>
  );
}
