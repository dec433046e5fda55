// What the program wrote into the page, so that the first screen needs no request.
import type { Cafe, CafeList, Menu, QueueLength } from './resources.ts';

export interface BootData {
  language?: 'ko' | 'en';
  cafes?: CafeList;
  /** By branch; none of a branch whose queue is not known. */
  queues?: Record<string, QueueLength>;
  /** null: there is no such branch. */
  cafe?: Cafe | null;
  menu?: Menu;
  queue?: QueueLength;
}

/** Empty where the program had nothing to say: then the app asks. */
export function bootData(): BootData {
  const text = document.getElementById('boot')?.textContent;
  if (!text) return {};
  try {
    return JSON.parse(text) as BootData;
  } catch {
    return {};
  }
}
