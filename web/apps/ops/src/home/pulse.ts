// The figures above the list, from what was counted minute by minute.
export interface Minute {
  at: string;
  placed: number;
  completed: number;
  canceled: number;
  waitP50?: number;
  waitP90?: number;
}

export interface Figures {
  /** Of the last whole minutes; the present one is not over. */
  perMinute: number;
  /** Seconds from placed to made: of a usual order, and of a slow one. Undefined if none was made lately. */
  waitUsual?: number;
  waitSlow?: number;
  /** 0 to 1, of those placed in the whole time; undefined if there were none. */
  cancelRate?: number;
  placed: number;
  canceled: number;
}

const rateMinutes = 5;
const waitMinutes = 15;

export function figuresOf(minutes: readonly Minute[]): Figures {
  const over = minutes.slice(0, -1);
  const sum = (list: readonly Minute[], of: 'placed' | 'canceled') => list.reduce((total, one) => total + one[of], 0);
  const recent = over.slice(-rateMinutes);
  const waits = minutes.slice(-waitMinutes);
  const placed = sum(minutes, 'placed');
  const canceled = sum(minutes, 'canceled');
  return {
    perMinute: recent.length > 0 ? sum(recent, 'placed') / recent.length : 0,
    waitUsual: median(waits.map(({ waitP50 }) => waitP50)),
    waitSlow: median(waits.map(({ waitP90 }) => waitP90)),
    cancelRate: placed > 0 ? Math.min(1, canceled / placed) : undefined,
    placed,
    canceled,
  };
}

/** Each minute gives one figure, however many orders it had: no better is known, and one odd minute does not count. */
function median(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  const middle = known.length >> 1;
  const upper = known[middle];
  if (upper === undefined) return undefined;
  return known.length % 2 === 1 ? upper : Math.round(((known[middle - 1] ?? upper) + upper) / 2);
}
