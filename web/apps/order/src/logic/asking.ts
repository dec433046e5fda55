// How often the price of a cart is asked for.
import { ApiError } from '@dangol/api';

const soonMs = 1_500;
const laterMs = 10_000;
const calmMs = 30_000;
const soonTries = 5;
const disagreementMaxMs = 10_000;

/** Of the answers below 500 these say nothing about the cart. */
const notAboutTheCart: readonly number[] = [0, 401, 408, 429];

/** The server has looked at the question and said no: the same question gets the same answer. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof ApiError && error.status < 500 && !notAboutTheCart.includes(error.status);

export interface Asked {
  error: unknown;
  /** How often no price came, so far. */
  errors: number;
  /** The menu and the quote have different prices, and for how long by now. */
  disagrees: boolean;
  disagreeingMs: number;
}

/** In how many ms to ask again without anybody's doing; false: not until the cart, the menu or the branch has changed. */
export function askAgainIn({ error, errors, disagrees, disagreeingMs }: Asked): number | false {
  if (error) {
    if (isRefusal(error)) return false;
    return errors <= soonTries ? soonMs : laterMs;
  }
  return disagrees && disagreeingMs < disagreementMaxMs ? soonMs : calmMs;
}
