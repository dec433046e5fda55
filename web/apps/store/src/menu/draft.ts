// Changes of a menu, as functions from the items before to the items after, so that each is made on what the menu is at
// that moment and not on what this screen had last seen.
import { type Body, type MenuItem, type OptionGroup, type Text, uuid } from '@dangol/api';

export type ItemDraft = Omit<MenuItem, 'soldOut' | 'soldOutUntil'>;
export type Change = (items: readonly MenuItem[]) => ItemDraft[];

const trimmed = ({ ko, en }: Text): Text => ({ ko: ko.trim(), en: en.trim() || ko.trim() });

/** Names that are missing in English are the Korean ones. */
export function requestOf(items: readonly ItemDraft[]): Body<'MenuRequest'> {
  return {
    items: items.map(({ id, name, description, category, price, units, image, groups }) => ({
      id,
      name: trimmed(name),
      description: trimmed(description),
      category: trimmed(category),
      price,
      units,
      image,
      groups: groups.map((group) => ({
        id: group.id,
        name: trimmed(group.name),
        min: group.min,
        max: group.max,
        options: group.options.map(({ id, name, priceDelta }) => ({ id, name: trimmed(name), priceDelta })),
      })),
    })),
  };
}

export const put =
  (draft: ItemDraft): Change =>
  (items) =>
    items.some(({ id }) => id === draft.id)
      ? items.map((item) => (item.id === draft.id ? draft : item))
      : [...items, draft];

export const without =
  (id: string): Change =>
  (items) =>
    items.filter((item) => item.id !== id);

/** Past its neighbour of the same category: that is what the menu shows. */
export const moved =
  (id: string, by: 1 | -1): Change =>
  (items) => {
    const from = items.findIndex((item) => item.id === id);
    const item = items[from];
    if (!item) return [...items];
    let to = from + by;
    while (items[to] && items[to]?.category.ko !== item.category.ko) to += by;
    const other = items[to];
    if (!other) return [...items];
    return items.map((each, at) => (at === from ? other : at === to ? item : each));
  };

// Ids are given when something new is begun, so that what is saved twice is one thing; and only once: carts, orders and
// sold-out marks go by them.

const nothing: Text = { ko: '', en: '' };

export const freshItem = (category: Text, currency: string): ItemDraft => ({
  id: uuid(),
  name: nothing,
  description: nothing,
  category,
  price: { amount: Number.NaN, currency },
  units: 1,
  image: '',
  groups: [],
});

export const freshGroup = (): OptionGroup => ({ id: uuid(), name: nothing, min: 1, max: 1, options: [] });

export const freshOption = (currency: string): OptionGroup['options'][number] => ({
  id: uuid(),
  name: nothing,
  priceDelta: { amount: 0, currency },
  soldOut: false,
});

export type Rule = 'one' | 'upToOne' | 'any' | 'other';

export function ruleOf({ min, max }: Pick<OptionGroup, 'min' | 'max'>, options: number): Rule {
  if (min === 1 && max === 1) return 'one';
  if (min === 0 && max === 1) return 'upToOne';
  return min === 0 && max >= options ? 'any' : 'other';
}

export function boundsOf(rule: Rule, options: number): { min: number; max: number } {
  if (rule === 'one') return { min: 1, max: 1 };
  return rule === 'upToOne' ? { min: 0, max: 1 } : { min: 0, max: options };
}

/** The rule still holds when there are more options, or fewer. */
export function withOptions(group: OptionGroup, options: OptionGroup['options']): OptionGroup {
  const rule = ruleOf(group, group.options.length);
  if (rule !== 'other') return { ...group, options, ...boundsOf(rule, options.length) };
  const max = Math.min(group.max, options.length);
  return { ...group, options, max, min: Math.min(group.min, max) };
}

export type Missing = 'required' | 'optionRequired' | 'optionPriceWrong';

export function missingIn({ name, price, groups }: ItemDraft): Missing | undefined {
  if (!name.ko.trim() || !(price.amount >= 0)) return 'required';
  const whole = groups.every(
    (group) =>
      group.name.ko.trim() && group.options.length > 0 && group.options.every((option) => option.name.ko.trim()),
  );
  if (!whole) return 'optionRequired';
  const priced = groups.every((group) => group.options.every(({ priceDelta }) => Number.isInteger(priceDelta.amount)));
  return priced ? undefined : 'optionPriceWrong';
}
