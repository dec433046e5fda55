// The customer app's first pages: "/", "/c/{cafeId}", and "/c/{cafeId}" of a branch that is not there.
import type { BootData, Cafe, Menu, MenuItem, QueueLength } from '@dangol/api';
import { type Language, setLanguage } from '@dangol/i18n';
import { pageOf, takeOver } from '@dangol/shell';
import { manyCafes } from '@dangol/ui';
import { QueryClient } from '@tanstack/preact-query';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { App } from '../apps/order/src/App.tsx';
import { takeBootData } from '../apps/order/src/data/boot.ts';
import { CafeCard } from '../apps/order/src/home/CafeCard.tsx';
import { sectionsOf } from '../apps/order/src/logic/sections.ts';
import { Chip } from '../apps/order/src/menu/Chips.tsx';
import { MenuCard, MenuSection, picturesSeenAtOnce } from '../apps/order/src/menu/MenuSection.tsx';
import { busyMinutes } from '../apps/order/src/parts/wait.ts';
import { cases, type Part, type Question, type Slots, strict } from './template.ts';

const draw = (element: VNode) => takeOver(() => renderToString(element));

/** The page at `path`, as the app draws it first from what the page brings along. */
export function drawPage(path: string, boot: BootData, language: Language): string {
  setLanguage(language);
  Object.assign(location, { pathname: path });
  const queries = new QueryClient({ defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } } });
  takeBootData(queries, boot);
  return draw(pageOf(queries, <App />));
}

const text = (slots: Slots, path: string) => ({ ko: slots.text(`${path}.ko`), en: slots.text(`${path}.en`) });

// ---- samples, and what is asked of the data they stand for ------------------------------------------------------------------

interface CafeSample {
  cafe: Cafe;
  queue: QueueLength | undefined;
  /** Its numbers, for either case. */
  quick: { minutesLow: number; minutesHigh: number };
  slow: { minutesLow: number; minutesHigh: number };
}

function cafeSample(slots: Slots, cafe: string, queue: string): CafeSample {
  const minutes = (near: number) => ({
    minutesLow: slots.number(`${queue}.minutesLow`, near),
    minutesHigh: slots.number(`${queue}.minutesHigh`, near + 1),
  });
  const [quick, slow] = [minutes(busyMinutes - 10), minutes(busyMinutes + 10)];
  const id = slots.text(`${cafe}.id`);
  const known: Partial<Cafe> = {
    id,
    name: text(slots, `${cafe}.name`),
    address: slots.text(`${cafe}.address`),
    state: 'OPEN',
    openNow: true,
    pauseReason: undefined,
    pausedUntil: undefined, // its time appears once the app has taken over
    distanceMetres: undefined, // nobody has said yet where they are
  };
  const units = slots.number(`${queue}.unitsAhead`, 10);
  const length: Partial<QueueLength> = { cafeId: id, unitsAhead: units, ...quick };
  return { cafe: strict(known as Cafe, 'cafe'), queue: strict(length as QueueLength, 'queue'), quick, slow };
}

const stateOf = (cafe: string): Question<CafeSample>[] => {
  const become = (state: Cafe['state']) => (sample: CafeSample) => Object.assign(sample.cafe, { state });
  const is = (state: Cafe['state']) => ({ if: { of: `${cafe}.state`, is: state }, set: become(state) });
  const takesOrders = { if: { of: `${cafe}.openNow` } };
  const not = (sample: CafeSample) => Object.assign(sample.cafe, { openNow: false });
  return [
    { answers: [takesOrders], otherwise: not },
    { answers: [is('OPEN'), is('PAUSED')], otherwise: become('CLOSED') },
  ];
};

const waitOf = (queue: string): Question<CafeSample>[] => {
  const units = (unitsAhead: number) => ({
    if: { of: `${queue}.unitsAhead`, is: unitsAhead },
    set: (sample: CafeSample) => sample.queue && Object.assign(sample.queue, { unitsAhead }),
  });
  return [
    {
      answers: [{ if: { of: queue } }],
      otherwise: (sample) => {
        sample.queue = undefined;
      },
    },
    { answers: [units(0), units(1)] },
    {
      answers: [
        {
          if: { of: `${queue}.minutesHigh`, least: busyMinutes },
          set: (sample) => sample.queue && Object.assign(sample.queue, sample.slow),
        },
      ],
    },
    {
      answers: [
        {
          if: { of: `${queue}.minutesLow`, same: `${queue}.minutesHigh` },
          set: ({ queue: one }) => one && Object.assign(one, { minutesLow: one.minutesHigh }),
        },
      ],
    },
  ];
};

// ---- "/" --------------------------------------------------------------------------------------------------------------------

const drawCard = ({ cafe, queue }: Pick<CafeSample, 'cafe' | 'queue'>) =>
  draw(<CafeCard cafe={cafe} queue={queue} last={false} />);

function cards(): Part {
  const queue = 'queues[cafe.id]';
  const body = cases(
    [...stateOf('cafe'), ...waitOf(queue)],
    (slots) => cafeSample(slots, 'cafe', queue),
    (sample, slots) => slots.in(drawCard(sample)),
  );
  return { each: 'cafes.items', as: 'cafe', body };
}

export function home(language: Language): Part[] {
  setLanguage(language);
  const all = cards();
  const howMany = 'cafes.items.#count';
  const atLeast = (count: number) => ({
    if: { of: howMany, least: count },
    set: (sample: { count: number }) => Object.assign(sample, { count }),
  });
  return cases(
    [{ answers: [atLeast(manyCafes + 1), atLeast(2), atLeast(1)] }],
    () => ({ count: 0 }),
    ({ count }, slots) => {
      const { cafe } = cafeSample(slots, 'cafe', 'queue');
      const page = drawPage('/', { cafes: { items: Array<Cafe>(count).fill(cafe) } }, language);
      const drawn = drawCard({ cafe, queue: undefined }).repeat(count);
      return slots.in(count > 0 ? slots.replace(page, drawn, all) : page);
    },
  );
}

// ---- "/c/{cafeId}" ----------------------------------------------------------------------------------------------------------

interface ItemSample {
  item: MenuItem;
  first: boolean;
  index: number;
}

function itemSample(slots: Slots): ItemSample {
  const known: Partial<MenuItem> = {
    id: slots.text('item.id'),
    name: text(slots, 'item.name'),
    description: text(slots, 'item.description'),
    category: text(slots, 'section.category'),
    price: { amount: slots.grouped('item.price.amount'), currency: 'KRW' },
    image: slots.text('item.image'),
    soldOut: false,
    soldOutUntil: undefined,
    groups: [],
  };
  return { item: strict(known as MenuItem, 'item'), first: false, index: picturesSeenAtOnce };
}

const drawItem = ({ item, first, index }: ItemSample) =>
  draw(<MenuCard item={item} eager={first && index < picturesSeenAtOnce} onOpen={undefined} />);

function items(language: Language): Part {
  const questions: Question<ItemSample>[] = [
    {
      answers: [{ if: { of: 'item.image' } }],
      otherwise: ({ item }) => Object.assign(item, { image: '' }),
    },
    {
      answers: [{ if: { of: `item.description.${language}` } }],
      otherwise: ({ item }) => Object.assign(item, { description: { ko: '', en: '' } }),
    },
    { answers: [{ if: { of: 'item.soldOut' }, set: ({ item }) => Object.assign(item, { soldOut: true }) }] },
    {
      answers: [{ if: { of: 'item.price.currency', is: 'KRW' } }],
      otherwise: ({ item }) => Object.assign(item, { price: { ...item.price, currency: 'USD' } }),
    },
    { answers: [{ if: { of: 'section.#number', is: 1 }, set: (sample) => Object.assign(sample, { first: true }) }] },
    {
      answers: [{ if: { of: 'item.#number', least: picturesSeenAtOnce + 1 } }],
      otherwise: (sample) => Object.assign(sample, { index: 0 }),
    },
  ];
  const body = cases(questions, itemSample, (sample, slots) => slots.in(drawItem(sample)));
  return { each: 'section.#items', as: 'item', body };
}

/** As a page with nothing but this item shows it. */
const drawSection = ({ item }: ItemSample) => {
  const [section] = sectionsOf([item]);
  if (!section) throw new Error('an item without a section');
  return {
    section,
    html: draw(<MenuSection section={section} first onOpen={undefined} />),
    itemHtml: drawItem({ item, first: true, index: 0 }),
  };
};

/** `body` for each category, in the order in which the menu first names them. */
const eachSection = (body: Part[]): Part => ({ each: 'menu.items', as: 'section', by: 'section.category.ko', body });

function sections(language: Language): Part {
  const all = items(language);
  const body = cases([], itemSample, (sample, slots) => {
    const { html, itemHtml } = drawSection(sample);
    return slots.in(slots.replace(html, itemHtml, all).replaceAll('"c-1', `"c-${slots.text('section.#number')}`));
  });
  return eachSection(body);
}

function chips(): Part {
  const body = cases(
    [{ answers: [{ if: { of: 'section.#number', is: 1 }, set: (sample) => Object.assign(sample, { first: true }) }] }],
    itemSample,
    (sample, slots) => {
      const { section } = drawSection(sample);
      const numbered = { ...section, id: `c-${slots.text('section.#number')}` };
      return slots.in(draw(<Chip section={numbered} current={sample.first} />));
    },
  );
  return eachSection(body);
}

export function menu(language: Language): Part[] {
  setLanguage(language);
  const [allChips, allSections] = [chips(), sections(language)];
  const reason: Question<CafeSample> = {
    answers: [{ if: { of: 'cafe.pauseReason' } }],
    otherwise: ({ cafe }) => Object.assign(cafe, { pauseReason: undefined }),
  };
  const page = (sample: CafeSample, items: MenuItem[]) => {
    const boot: BootData = { cafe: sample.cafe, menu: { cafeId: sample.cafe.id, items } as unknown as Menu };
    if (sample.queue) boot.queue = sample.queue;
    return drawPage(`/c/${sample.cafe.id}`, boot, language);
  };
  const filled = (sample: CafeSample, slots: Slots) => {
    const one = itemSample(slots);
    const { section, html } = drawSection(one);
    const withSections = slots.replace(page(sample, [one.item]), html, allSections);
    return slots.in(slots.replace(withSections, draw(<Chip section={section} current />), allChips));
  };
  const questions = [...stateOf('cafe'), ...waitOf('queue'), reason];
  const sample = (slots: Slots) => {
    const drawn = cafeSample(slots, 'cafe', 'queue');
    return Object.assign(drawn, { cafe: Object.assign(drawn.cafe, { pauseReason: slots.text('cafe.pauseReason') }) });
  };
  const empty = (drawn: CafeSample, slots: Slots) => slots.in(page(drawn, []));
  return [
    { if: { of: 'menu.items.#count' }, yes: cases(questions, sample, filled), no: cases(questions, sample, empty) },
  ];
}

export const unknown = (language: Language): Part[] => [drawPage('/c/nowhere', { cafe: null }, language)];
