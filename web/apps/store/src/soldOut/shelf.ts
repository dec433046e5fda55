// What can be sold out: items, and options. An ingredient stands in many items, so an option counts once for all of them.
import type { Menu, MenuItem, Text } from '@dangol/api';
import type { SoldOutChange } from '../cafe.ts';

/** An option in one item: its id is good in that item only. */
export interface Place {
  menuId: string;
  optionId: string;
}

export interface ShelfOption {
  name: Text;
  group: Text;
  places: Place[];
  soldOutIn: number;
  /** The same in all items that have it, or unknown. */
  until?: string;
}

const ended = (until: string | undefined, now: number) => until !== undefined && Date.parse(until) <= now;
/** A sold-out with a time ends by itself; no frame tells of it. */
export const isSoldOut = (thing: { soldOut: boolean; soldOutUntil?: string }, now: number) =>
  thing.soldOut && !ended(thing.soldOutUntil, now);

/** The same option, wherever it stands: "보통" ice is not "보통" sugar. */
export const keyOf = ({ group, name }: Pick<ShelfOption, 'group' | 'name'>): string =>
  [group.ko, name.ko, name.en].join(' / ');

export function optionsOf(menu: Menu, now: number): ShelfOption[] {
  const found = new Map<string, ShelfOption>();
  for (const item of menu.items) {
    for (const group of item.groups) {
      for (const option of group.options) {
        const key = keyOf({ group: group.name, name: option.name });
        const known = found.get(key) ?? { name: option.name, group: group.name, places: [], soldOutIn: 0 };
        known.places.push({ menuId: item.id, optionId: option.id });
        if (isSoldOut(option, now)) {
          const same = known.soldOutIn === 0 || known.until === option.soldOutUntil;
          known.until = same ? option.soldOutUntil : undefined;
          known.soldOutIn++;
        }
        found.set(key, known);
      }
    }
  }
  return [...found.values()];
}

export const matches = (name: Text, search: string): boolean => {
  const wanted = search.trim().toLowerCase();
  return name.ko.toLowerCase().includes(wanted) || name.en.toLowerCase().includes(wanted);
};

/** By category, as on the menu. */
export function byCategory(items: readonly MenuItem[]): { category: Text; items: MenuItem[] }[] {
  const groups = new Map<string, { category: Text; items: MenuItem[] }>();
  for (const item of items) {
    const group = groups.get(item.category.ko) ?? { category: item.category, items: [] };
    group.items.push(item);
    groups.set(item.category.ko, group);
  }
  return [...groups.values()];
}

/** `optionId` empty: the item itself. */
export const changesFor = (places: readonly Place[], soldOut: boolean, until?: string) =>
  places.map(
    ({ menuId, optionId }): SoldOutChange => ({
      menuId,
      soldOut,
      ...(optionId ? { optionId } : {}),
      ...(soldOut && until ? { until } : {}),
    }),
  );
