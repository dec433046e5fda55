import { ApiError, ok } from '@dangol/api';
import { allOf, dateTime, money, useLanguage } from '@dangol/i18n';
import { Button, Field, Notice } from '@dangol/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { accountsQuery, cafesQuery, contexts } from '../data.ts';
import { Loaded } from '../frame/Loaded.tsx';
import { Page } from '../frame/Page.tsx';
import { parsed, type RecordedEvent } from '../order/story.ts';
import { useWho } from '../people/who.ts';
import { api } from '../services.ts';
import { type Audited, useAuditWords } from '../words/audit.ts';
import { useContextName } from '../words/contexts.ts';
import { usePeopleWords } from '../words/people.ts';
import { type Ask, type Cursor, entriesOf, orderOf, pageFrom, silentIn } from './audit.ts';

const logOf =
  (actor: string | undefined): Ask =>
  async (context, after) => {
    try {
      const query = { limit: 100, ...(after === undefined ? {} : { after }), ...(actor ? { actor } : {}) };
      return await ok(api.GET('/contexts/{context}/auditLog', { params: { path: { context }, query } }));
    } catch (error) {
      if (!(error instanceof ApiError) || error.status === 401) throw error;
      return error.status === 404 ? null : undefined;
    }
  };

/** Who changed or overrode what, and why. */
export default function AuditLog() {
  const words = useAuditWords();
  const contextName = useContextName();
  const language = useLanguage();
  const [actor, setActor] = useState<string>();
  const asked = useInfiniteQuery({
    queryKey: ['auditLog', actor],
    queryFn: ({ pageParam }) => pageFrom(pageParam, logOf(actor)),
    initialPageParam: contexts.map((context) => ({ context })) as readonly Cursor[],
    getNextPageParam: ({ cursors }) => (cursors.length > 0 ? cursors : undefined),
  });
  return (
    <Page title={words.title} lead={words.lead}>
      <div class="form-row people-filter">
        <WhoChoice actor={actor} onChoose={setActor} />
      </div>
      <Loaded query={asked}>
        {({ pages }) => {
          const silent = silentIn(pages);
          const entries = entriesOf(pages);
          const since = pages
            .at(-1)
            ?.cursors.map(({ reachedAt }) => reachedAt ?? '')
            .sort()
            .at(-1);
          return (
            <>
              {silent.length > 0 && (
                <Notice tone="warn">{words.away(silent.map((context) => contextName(context)).join(', '))}</Notice>
              )}
              <ul class="rows">
                {entries.map((entry) => (
                  <EntryRow key={entry.id} entry={entry} />
                ))}
              </ul>
              <p class="soft" role="status">
                {since ? words.looking(dateTime(since, language)) : entries.length > 0 ? words.end : words.none}
              </p>
              {asked.hasNextPage && (
                <Button busy={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
                  {words.more}
                </Button>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** Customers and riders are in no audit log. */
function WhoChoice({ actor, onChoose }: { actor: string | undefined; onChoose: (actor: string | undefined) => void }) {
  const words = useAuditWords();
  const who = useWho();
  const accounts = useQuery(accountsQuery);
  const actors = (accounts.data ?? [])
    .filter(({ role }) => role !== 'rider')
    .map(({ role, accountId }) => `${role}:${accountId}`);
  return (
    <Field label={words.who}>
      {(wiring) => (
        <select
          class="input"
          {...wiring}
          value={actor ?? ''}
          onChange={(event) => onChoose(event.currentTarget.value || undefined)}
        >
          <option value="">{words.everyone}</option>
          {actors.map((one) => (
            <option key={one} value={one}>
              {who(one)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function EntryRow({ entry }: { entry: RecordedEvent }) {
  const words = useAuditWords();
  const language = useLanguage();
  const who = useWho();
  const told = useDeed();
  const data = parsed(entry.data);
  const order = orderOf(entry, data);
  const { where, reason } = useCircumstances(entry, data);
  return (
    <li class="row">
      <div class="row-name">
        <p>
          <strong>{told(entry, data)}</strong>
        </p>
        {reason && <p>{words.reason(reason)}</p>}
        <p class="soft">
          {[who(entry.actor), where].filter(Boolean).join(' · ')} ·{' '}
          <time dateTime={entry.time}>{dateTime(entry.time, language)}</time>
        </p>
      </div>
      {order && (
        <Link class="button" href={`/orders/${order}`}>
          {words.openOrder}
        </Link>
      )}
    </li>
  );
}

type Data = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The branch that it concerns, and the reason that was given. */
function useCircumstances(entry: RecordedEvent, data: Data): { where: string; reason: string } {
  const cafes = useQuery(cafesQuery);
  const cafe = cafes.data?.items.find(({ id }) => id === data.cafeId);
  // An order's reason is a code, and the operator's own words are in the note.
  const reason = entry.type === 'OrderCanceled' ? text(data.note) : text(data.reason);
  return { where: cafe ? allOf(cafe.name) : text(data.cafeId), reason };
}

/** A function that says what was done; of what nobody has words for, its type. */
function useDeed(): (entry: RecordedEvent, data: Data) => string {
  const words = useAuditWords();
  const people = usePeopleWords();
  const language = useLanguage();
  const accounts = useQuery(accountsQuery);
  const cafes = useQuery(cafesQuery);
  const roles: Readonly<Record<string, string>> = people.roles;
  const deeds: Readonly<Record<string, ((audited: Audited) => string) | undefined>> = words.deeds;
  const cafeName = (id: unknown) => {
    const cafe = cafes.data?.items.find((one) => one.id === id);
    return cafe ? allOf(cafe.name) : text(id);
  };
  return (entry, data) => {
    const amount = data.amount as { amount: number; currency: string } | undefined;
    const account = accounts.data?.find(({ accountId }) => accountId === data.account);
    const branches = Array.isArray(data.cafes) ? data.cafes.map(cafeName) : [];
    const tell = deeds[entry.type];
    if (!tell) return entry.type;
    return tell({
      amount: amount ? money(amount, language) : '',
      name: account?.displayName || text(data.displayName) || text(data.account),
      role: roles[text(data.role)] ?? text(data.role),
      cafes: branches.join(', ') || people.cafesNone,
      count: String(data.ended ?? ''),
    });
  };
}
