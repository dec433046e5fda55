// The same drinks with the same options, added up over the orders that are to be made.
import type { CafeOrder } from '@dangol/api';
import { byAge, type Ticket } from '../board/ticket.ts';

type Line = CafeOrder['lines'][number];

export interface CupSum {
  key: string;
  name: Line['name'];
  options: Line['options'];
  count: number;
  /** Of which orders, the oldest first. */
  calls: string[];
}

export function sumCups(tickets: readonly Ticket[]): CupSum[] {
  const sums = new Map<string, CupSum>();
  const toMake = tickets
    .filter(({ status }) => status === 'RECEIVED' || status === 'APPROVED' || status === 'MAKING')
    .sort(byAge);
  for (const { lines, callNumber } of toMake) {
    for (const { menuId, name, options, quantity } of lines) {
      const key = [menuId, ...options.map(({ id }) => id).sort()].join(' ');
      const sum = sums.get(key) ?? { key, name, options, count: 0, calls: [] };
      sum.count += quantity;
      if (!sum.calls.includes(callNumber)) sum.calls.push(callNumber);
      sums.set(key, sum);
    }
  }
  return [...sums.values()].sort((a, b) => b.count - a.count || a.name.ko.localeCompare(b.name.ko));
}
