// The bars of a day: from the first hour that sold something to the last, the quiet ones between them too.
interface Hour {
  hour: number;
  orders: number;
}

export interface Bar extends Hour {
  /** 0…1 of the busiest hour. */
  height: number;
}

export function barsOf(hours: readonly Hour[]): Bar[] {
  if (hours.length === 0) return [];
  const ofHour = new Map(hours.map(({ hour, orders }) => [hour, orders]));
  const first = Math.min(...ofHour.keys());
  const last = Math.max(...ofHour.keys());
  const most = Math.max(...ofHour.values(), 1);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const orders = ofHour.get(first + index) ?? 0;
    return { hour: first + index, orders, height: orders / most };
  });
}
