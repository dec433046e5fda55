// What has become different since something was put into the cart. Nothing of it happens silently: each change is shown
// and takes one tap.
import type { Menu, MenuItem, Money, OptionGroup, Quote, Text } from '@dangol/api';
import { type Cart, type CartLine, changed, keyOf } from './cart.ts';
import { presetOptions, sameMoney, unfinished, unitPrice } from './price.ts';

/** What a line is by now. */
type Now = Pick<CartLine, 'name' | 'optionNames' | 'unitPrice'>;
type Rename = { kind: 'renamed'; key: string; line: CartLine; after: Now };
/** `possible`: of this item options can be chosen again with which it can be ordered. */
type Again = { item: MenuItem; possible: boolean };

export type Change =
  | { kind: 'soldOut'; key: string; line: CartLine }
  | { kind: 'gone'; key: string; line: CartLine }
  | ({ kind: 'optionSoldOut'; key: string; line: CartLine; options: Text[] } & Again)
  | ({ kind: 'choose'; key: string; line: CartLine; groups: Text[] } & Again)
  | Rename
  | { kind: 'price'; key: string; line: CartLine; before: Money; after: Money };

const itemOf = (menu: Menu, line: CartLine): MenuItem | undefined => menu.items.find((item) => item.id === line.menuId);

/** Of which too little is chosen, or too much. */
function unmet(item: MenuItem, chosen: readonly string[]): OptionGroup[] {
  const tooMuch = item.groups.filter(
    (group) => group.options.filter(({ id }) => chosen.includes(id)).length > group.max,
  );
  return [...unfinished(item, chosen), ...tooMuch];
}

/** Why a line cannot be had now, if it cannot. */
function hindrance(line: CartLine, menu: Menu): Change | undefined {
  const key = keyOf(line);
  const item = itemOf(menu, line);
  if (!item) return { kind: 'gone', key, line };
  if (item.soldOut) return { kind: 'soldOut', key, line };
  const options = item.groups.flatMap((group) => group.options);
  const missing = line.options.flatMap((id, index) => {
    const option = options.find((one) => one.id === id);
    return option && !option.soldOut ? [] : [option?.name ?? line.optionNames[index] ?? { ko: id, en: id }];
  });
  const possible = unfinished(item, presetOptions(item)).length === 0;
  if (missing.length > 0) return { kind: 'optionSoldOut', key, line, options: missing, item, possible };
  const groups = unmet(item, line.options).map(({ name }) => name);
  return groups.length > 0 ? { kind: 'choose', key, line, groups, item, possible } : undefined;
}

/** The lines that can be ordered; without a menu it is not known of any that it cannot. */
export function orderable(cart: Cart, menu: Menu | undefined): CartLine[] {
  return menu ? cart.lines.filter((line) => !hindrance(line, menu)) : cart.lines;
}

const same = (a: Text, b: Text): boolean => a.ko === b.ko && a.en === b.en;

/** The first of those who know it that says something else. */
const other = (known: Text, ...says: (Text | undefined)[]): Text =>
  says.find((name) => name !== undefined && !same(name, known)) ?? known;

type Quoted = Quote['lines'][number];

function namesNow(line: CartLine, item: MenuItem | undefined, quoted: Quoted | undefined): Omit<Now, 'unitPrice'> {
  const options = item?.groups.flatMap((group) => group.options) ?? [];
  const nameIn = (list: readonly { id: string; name: Text }[] | undefined, id: string) =>
    list?.find((option) => option.id === id)?.name;
  return {
    name: other(line.name, quoted?.name, item?.name),
    optionNames: line.options.map((id, index) => {
      const known = line.optionNames[index] ?? { ko: id, en: id };
      return other(known, nameIn(quoted?.options, id), nameIn(options, id));
    }),
  };
}

function isRenamed(line: CartLine, { name, optionNames }: Omit<Now, 'unitPrice'>): boolean {
  return !same(name, line.name) || optionNames.some((option, at) => !same(option, line.optionNames[at] ?? option));
}

/** `quote` is of the orderable lines, in their order; its prices are the true ones, the menu's may be a moment old. */
export function changesOf(cart: Cart, menu: Menu | undefined, quote: Quote | undefined): Change[] {
  const quoted = new Map(orderable(cart, menu).map((line, index) => [keyOf(line), quote?.lines[index]]));
  return cart.lines.flatMap((line): Change[] => {
    const hindered = menu && hindrance(line, menu);
    if (hindered) return [hindered];
    const key = keyOf(line);
    const item = menu && itemOf(menu, line);
    const inQuote = quoted.get(key);
    const trusted = inQuote?.menuId === line.menuId ? inQuote : undefined;
    const after = trusted?.unitPrice ?? (item ? unitPrice(item, line.options) : line.unitPrice);
    // An id says which thing it is, its name what the customer gets: under another name it is another thing.
    const names = namesNow(line, item, trusted);
    if (isRenamed(line, names)) return [{ kind: 'renamed', key, line, after: { ...names, unitPrice: after } }];
    if (sameMoney(after, line.unitPrice)) return [];
    return [{ kind: 'price', key, line, before: line.unitPrice, after }];
  });
}

/** The person takes it as it is by now. */
export function accepted(cart: Cart, change: Extract<Change, { kind: 'renamed' | 'price' }>): Cart {
  const now = change.kind === 'price' ? { unitPrice: change.after } : change.after;
  return changed(cart, change.key, (line) => ({ ...line, ...now }));
}

/** One of the two has not heard yet of a new price: ask again soon. */
export function disagree(cart: Cart, menu: Menu | undefined, quote: Quote | undefined): boolean {
  if (!menu || !quote) return false;
  return orderable(cart, menu).some((line, index) => {
    const item = itemOf(menu, line);
    const quoted = quote.lines[index];
    return item && quoted?.menuId === line.menuId && !sameMoney(quoted.unitPrice, unitPrice(item, line.options));
  });
}
