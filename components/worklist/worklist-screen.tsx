'use client';
import type { DeskActs } from '@/components/bulk/acts';
import { RowsDesk } from '@/components/bulk/rows-desk';
import { rowsOf } from '@/components/bulk/rows-of';
import { GoneRows } from '@/components/live/gone-rows';
import { NewsPill } from '@/components/live/news-pill';
import { useWatch } from '@/components/live/readings';
import { useHeldPage } from '@/components/live/use-held-page';
import { useLiveRefresh } from '@/components/live/use-live-refresh';
import { useClinic } from '@/components/ui/clinic';
import { LinkButton } from '@/components/ui/link-button';
import { ListHead, ListProgress } from '@/components/ui/list-head';
import { useSlow } from '@/components/ui/use-save';
import type { View, WorklistPage } from '@/lib/domain/desk';
import type { SavedView } from '@/lib/domain/views';
import { ColumnsButton } from './columns-button';
import { counted, viewTabs } from './counted';
import { ExportButton } from './export-button';
import filter from './filter.module.css';
import { FilterBar } from './filter-bar';
import { NothingFound } from './nothing-found';
import { Pager } from './pager';
import type { RowActs } from './rows';
import { type Find, SearchBox } from './search-box';
import { useColumns } from './use-columns';
import { useQuestion } from './use-question';
import { ViewTabs } from './view-tabs';
import { useViews, type ViewActs, ViewsContext } from './views';
import { WorklistTable } from './worklist-table';

type Props = {
  readonly page: WorklistPage;
  readonly view: View;
  readonly views: readonly SavedView[];
  readonly acts: RowActs & DeskActs;
  readonly viewActs: ViewActs;
  readonly find: Find;
};

export function WorklistScreen({ page: answer, view, views: given, acts, viewActs, find }: Props) {
  const question = useQuestion(view);
  const { page, gone, news, flags, showNews } = useHeldPage(answer, question.asked.toString(), useLiveRefresh());
  useWatch([...page.pinned, ...page.items].map(({ id }) => id));
  const views = useViews(given, question, viewActs);
  const columns = useColumns(viewActs.prefer);
  const isSlow = useSlow(question.isPending);
  const { me } = useClinic();
  const hasRows = page.items.length > 0 || page.pinned.length > 0;
  const tabs = viewTabs(question, page.counts, me.role);
  return (
    <ViewsContext value={views}>
      <RowsDesk page={page} question={question} acts={acts}>
        <ListHead
          title="Requests"
          label="Views"
          tabs={tabs}
          onFollow={question.follow}
          nav={<ViewTabs builtIn={tabs} question={question} />}
        >
          <SearchBox question={question} words={page.search} find={find} />
          <ColumnsButton columns={columns} />
          {me.role === 'manager' && <ExportButton question={question} found={page.found} />}
          {me.role === 'coordinator' && <LinkButton href="/requests/new">New request</LinkButton>}
        </ListHead>
        <FilterBar
          question={question}
          staff={page.staff}
          tags={rowsOf(page).flatMap(({ tags }) => tags)}
          now={page.now}
        >
          <span role="status" className={filter.found}>
            {isSlow ? 'Looking …' : `${counted(page.found)} ${page.found.value === 1 ? 'request' : 'requests'}`}
          </span>
        </FilterBar>
        <ListProgress isOn={isSlow} />
        <NewsPill news={news} flags={flags} onShow={showNews} />
        <GoneRows value={gone}>
          {hasRows && <WorklistTable page={page} question={question} columns={columns} acts={acts} />}
        </GoneRows>
        {page.found.value === 0 && (
          <NothingFound question={question} isUnderFlags={page.pinned.length > 0} search={page.search} />
        )}
        <Pager page={page} question={question} />
      </RowsDesk>
    </ViewsContext>
  );
}
