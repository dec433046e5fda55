// The bars of a business day: from the first hour that sold something to the last, the quiet ones between them too.
const hoursOfDay = 24;

interface Hour {
  hour: number;
  orders: number;
}

export interface Bar extends Hour {
  /** 0…1 of the busiest hour. */
  height: number;
}

/** `hours` in the order of their times: 23 comes before 0 where the day goes on after midnight. */
export function barsOf(hours: readonly Hour[]): Bar[] {
  const most = Math.max(...hours.map(({ orders }) => orders), 1);
  const bars: Bar[] = [];
  for (const { hour, orders } of hours) {
    for (let last = bars.at(-1); last && (last.hour + 1) % hoursOfDay !== hour; last = bars.at(-1)) {
      bars.push({ hour: (last.hour + 1) % hoursOfDay, orders: 0, height: 0 });
    }
    bars.push({ hour, orders, height: orders / most });
  }
  return bars;
}
