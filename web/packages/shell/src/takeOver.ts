// Hydration: the program sends the first page already rendered, and the app takes it over. For that the app first renders the
// same from the page's boot data, and only then what the program cannot know: the clock, this device's storage, the session.
import { useLayoutEffect, useState } from 'preact/hooks';

let takingOver = false;

/** While `draw` runs, useSettled() is false. */
export function takeOver<T>(draw: () => T): T {
  takingOver = true;
  try {
    return draw();
  } finally {
    takingOver = false;
  }
}

/** False while the app renders what the program has rendered, true from then on. */
export function useSettled(): boolean {
  const [settled, settle] = useState(!takingOver);
  useLayoutEffect(() => settle(true), []); // before the next paint, so that what is shown can be tapped at once
  return settled;
}
