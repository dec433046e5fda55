import { type MyPage, ok } from '@dangol/api';
import { allOf, dateTime, money, useLanguage } from '@dangol/i18n';
import { remembered, useSession, useStream } from '@dangol/shell';
import { Button, Failed, toast, Waiting } from '@dangol/ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useCafe } from '../data/cafes.ts';
import { isLost, isOver } from '../logic/steps.ts';
import { Age } from '../parts/Age.tsx';
import { TopBar } from '../parts/TopBar.tsx';
import { useAgain } from '../parts/useAgain.ts';
import { useScreen } from '../parts/useScreen.ts';
import { api, session } from '../services.ts';
import { useHistoryWords } from '../words/history.ts';
import { useSharedWords } from '../words/shared.ts';

const pageSize = 20;

export function HistoryScreen() {
  const words = useHistoryWords();
  const shared = useSharedWords();
  const queries = useQueryClient();
  const me = useSession(session);
  useScreen(words.title);
  const query = useInfiniteQuery({
    queryKey: ['history'],
    queryFn: ({ pageParam }) =>
      ok(api.GET('/myPages', { params: { query: { limit: pageSize, ...(pageParam && { after: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    enabled: me !== undefined,
    ...remembered,
  });
  useStream(session, me && '/myPages/stream', {
    onFrame: () => void queries.invalidateQueries({ queryKey: ['history'] }),
  });
  const pages = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const none = !me || (query.data && pages.length === 0);
  return (
    <>
      <TopBar back={{ href: '/', label: shared.home }} />
      <Age at={query.dataUpdatedAt} failed={query.isError} />
      <main class="page" id="content">
        <h1 tabIndex={-1}>{words.title}</h1>
        {none && (
          <div class="empty">
            <p>
              <strong>{words.none}</strong>
            </p>
            <p>{words.noneHint}</p>
          </div>
        )}
        {me && query.isPending && <Waiting />}
        {query.isError && !query.data && <Failed error={query.error} onRetry={() => void query.refetch()} />}
        <ul class="history">
          {pages.map((page) => (
            <Row key={page.orderId} page={page} />
          ))}
        </ul>
        {query.hasNextPage && (
          <Button wide busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {words.more}
          </Button>
        )}
      </main>
    </>
  );
}

function Row({ page }: { page: MyPage }) {
  const shared = useSharedWords();
  const language = useLanguage();
  const queries = useQueryClient();
  const again = useAgain();
  const [busy, setBusy] = useState(false);
  const zone = useCafe(page.cafeId).data?.timeZone;
  const { orderId, lines, orderStatus } = page;
  const [first] = lines;
  const title = first ? shared.items(first.name[language], lines.length - 1) : allOf(page.cafeName);

  async function orderAgain(): Promise<void> {
    setBusy(true);
    try {
      // The page has only names; the order has the ids.
      const order = await queries.fetchQuery({
        queryKey: ['order', orderId],
        queryFn: () => ok(api.GET('/orders/{id}', { params: { path: { id: orderId } } })),
        staleTime: Number.POSITIVE_INFINITY,
      });
      again(order);
    } catch (error) {
      toast(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  }
  const tone = isLost(orderStatus) ? 'is-lost' : isOver(orderStatus) ? '' : 'is-live';
  return (
    <li class="history-row">
      <Link class="history-link" href={`/o/${orderId}`}>
        <span class={`history-state ${tone}`}>{allOf(page.orderStatusText)}</span>
        <strong>{title}</strong>
        <span class="soft">
          {allOf(page.cafeName)}
          {page.orderDate && ` · ${dateTime(page.orderDate, language, zone)}`}
        </span>
        {page.totalPrice && <span class="history-sum">{money(page.totalPrice, language)}</span>}
      </Link>
      {first && (
        <Button busy={busy} aria-label={`${title} ${shared.again}`} onClick={() => void orderAgain()}>
          {shared.again}
        </Button>
      )}
    </li>
  );
}
