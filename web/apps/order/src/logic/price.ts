// What an item costs with its options, and which options somebody may take. The server has the last word (the quote);
// this is for the price that moves while somebody chooses.
import type { MenuItem, Money, OptionGroup } from '@dangol/api';

export const plus = (a: Money, b: Money): Money => ({ amount: a.amount + b.amount, currency: a.currency });
export const sameMoney = (a: Money, b: Money): boolean => a.amount === b.amount && a.currency === b.currency;
export const times = (price: Money, count: number): Money => ({ ...price, amount: price.amount * count });

/** Exactly one, or one at most: taking another lets the first go. */
export const takesOne = (group: OptionGroup): boolean => group.max === 1;

/** Making, pricing and counting lines rely on the same options in the same order. */
export const sorted = (options: readonly string[]): string[] => [...options].sort();

export function unitPrice(item: MenuItem, chosen: readonly string[]): Money {
  let price = item.price;
  for (const group of item.groups) {
    for (const option of group.options) {
      if (chosen.includes(option.id)) price = plus(price, option.priceDelta);
    }
  }
  return price;
}

/** What is chosen when the sheet opens: the same as last time, else the first of what must be chosen. */
export function presetOptions(item: MenuItem, usual: readonly string[] = []): string[] {
  return item.groups.flatMap((group) => {
    const available = group.options.filter((option) => !option.soldOut).map((option) => option.id);
    const again = available.filter((id) => usual.includes(id)).slice(0, group.max);
    const missing = Math.max(0, group.min - again.length);
    return [...again, ...available.filter((id) => !again.includes(id)).slice(0, missing)];
  });
}

/** `chosen` after a tap on an option. What would break the group's rule changes nothing. */
export function toggled(group: OptionGroup, chosen: readonly string[], optionId: string): string[] {
  const inGroup = group.options.map((option) => option.id);
  const others = chosen.filter((id) => !inGroup.includes(id));
  const mine = chosen.filter((id) => inGroup.includes(id));
  if (mine.includes(optionId)) {
    return mine.length > group.min ? [...others, ...mine.filter((id) => id !== optionId)] : [...chosen];
  }
  if (takesOne(group)) return [...others, optionId];
  return mine.length < group.max ? [...others, ...mine, optionId] : [...chosen];
}

/** Groups of which too little is chosen, or of which nothing can be had any more. */
export function unfinished(item: MenuItem, chosen: readonly string[]): OptionGroup[] {
  return item.groups.filter(
    (group) => group.options.filter((option) => !option.soldOut && chosen.includes(option.id)).length < group.min,
  );
}

/** VAT is inside the price: `supply` + `tax` = total. */
export function vatOf(total: Money): { supply: Money; tax: Money } {
  const supply = Math.round(total.amount / 1.1);
  return { supply: { ...total, amount: supply }, tax: { ...total, amount: total.amount - supply } };
}
