import { serverNow } from '@dangol/api';
import { clock, josa, useLanguage } from '@dangol/i18n';
import { Button, Failed, TextInput, toast, useNow, Waiting } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { useTickets } from '../board/useTickets.ts';
import { type SoldOutChange, setSoldOut, useCafe, useCafeCommand, useMenu } from '../cafe.ts';
import { Page } from '../shell/Page.tsx';
import { useShelfWords } from '../words/shelf.ts';
import { ShelfRow } from './ShelfRow.tsx';
import { byCategory, changesFor, isSoldOut, keyOf, matches, optionsOf, type Place } from './shelf.ts';
import '../styles/soldOut.css';

const durations = ['today', 'hour', 'always'] as const;
type Duration = (typeof durations)[number];
const hourMs = 3_600_000;

/** One switch for each item and option, all in one list; how long is chosen once, above it. */
export default function SoldOut() {
  const words = useShelfWords();
  const language = useLanguage();
  const now = useNow(10_000);
  const menu = useMenu();
  const { data: cafe } = useCafe();
  const { tickets } = useTickets();
  const [search, setSearch] = useState('');
  const [duration, setDuration] = useState<Duration>('today');
  const change = useCafeCommand<readonly SoldOutChange[]>(setSoldOut);

  if (!menu.data || !cafe) {
    return (
      <Page title={words.title}>
        {menu.error ? <Failed error={menu.error} onRetry={() => void menu.refetch()} /> : <Waiting />}
      </Page>
    );
  }
  const dayEnds = clock(cafe.businessDay.ends, language, cafe.timeZone);
  const until = (): string | undefined => {
    if (duration === 'always') return undefined;
    return duration === 'hour' ? new Date(serverNow() + hourMs).toISOString() : cafe.businessDay.ends;
  };
  const set = (places: readonly Place[], name: string, soldOut: boolean) => {
    change.mutate(changesFor(places, soldOut, until()), {
      onSuccess: () => toast(said(name, soldOut)),
    });
  };
  const said = (name: string, soldOut: boolean) => {
    const subject = language === 'ko' ? josa(name, soldOut ? '을/를' : '은/는') : name;
    return soldOut ? words.markedToast(subject) : words.backToast(subject);
  };
  const ordered = (places: readonly Place[]) => {
    const calls = tickets
      .filter(({ lane, status }) => lane !== 'done' && status !== 'MADE' && status !== 'MAKING')
      .filter(({ lines }) =>
        lines.some((line) =>
          places.some(
            ({ menuId, optionId }) =>
              line.menuId === menuId && (!optionId || line.options.some(({ id }) => id === optionId)),
          ),
        ),
      )
      .map(({ callNumber }) => callNumber);
    return calls.length > 0 ? words.affected(calls.join(' · ')) : undefined;
  };
  const end = (time: string | undefined) =>
    time && Date.parse(time) - now < 24 * hourMs ? words.until(clock(time, language, cafe.timeZone)) : words.soldOut;

  const items = byCategory(menu.data.items.filter(({ name }) => matches(name, search)));
  const options = optionsOf(menu.data, now).filter(({ name }) => matches(name, search));
  return (
    <Page title={words.title}>
      <div class="sold-out-bar">
        <TextInput label={words.search} type="search" value={search} onValue={setSearch} />
        <fieldset class="sold-out-duration">
          <legend>{words.duration}</legend>
          {durations.map((each) => (
            <Button key={each} aria-pressed={duration === each} onClick={() => setDuration(each)}>
              {words[each]}
            </Button>
          ))}
          <p class="hint">{duration === 'today' ? words.todayHint(dayEnds) : words.durationHint[duration]}</p>
        </fieldset>
      </div>
      {items.length === 0 && options.length === 0 && <p class="lane-empty">{words.searchEmpty(search)}</p>}
      {items.map(({ category, items }) => (
        <section key={category.ko} class="shelf">
          <h2>{category[language]}</h2>
          <ul>
            {items.map((item) => (
              <ShelfRow
                key={item.id}
                name={item.name[language]}
                image={item.image}
                state={isSoldOut(item, now) ? 'soldOut' : 'onSale'}
                said={isSoldOut(item, now) ? end(item.soldOutUntil) : words.onSale}
                affected={isSoldOut(item, now) ? ordered([{ menuId: item.id, optionId: '' }]) : undefined}
                onChange={(onSale) => set([{ menuId: item.id, optionId: '' }], item.name[language], !onSale)}
              />
            ))}
          </ul>
        </section>
      ))}
      {options.length > 0 && (
        <section class="shelf">
          <h2>{words.options}</h2>
          <ul>
            {options.map((option) => {
              const all = option.soldOutIn === option.places.length;
              const state = all ? 'soldOut' : option.soldOutIn > 0 ? 'partly' : 'onSale';
              return (
                <ShelfRow
                  key={keyOf(option)}
                  name={option.name[language]}
                  note={`${option.group[language]} · ${words.inItems(option.places.length)}`}
                  state={state}
                  said={state === 'onSale' ? words.onSale : state === 'partly' ? words.partly : end(option.until)}
                  affected={all ? ordered(option.places) : undefined}
                  onChange={(onSale) => set(option.places, option.name[language], !onSale)}
                />
              );
            })}
          </ul>
        </section>
      )}
    </Page>
  );
}
