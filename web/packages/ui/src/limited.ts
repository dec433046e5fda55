// A text in a field that takes so many characters, counted as the server counts them: by code points.
export const charactersOf = (text: string): number => [...text].length;

export const cutTo = (text: string, limit: number): string =>
  text.length <= limit ? text : [...text].slice(0, limit).join('');

const nearly = 0.8;

/** `full`: no more can be typed. Undefined while there is room enough. */
export function roomIn(text: string, limit: number): 'full' | 'nearly' | undefined {
  if (text.length < limit * nearly) return undefined;
  const count = charactersOf(text);
  if (count >= limit) return 'full';
  return count >= limit * nearly ? 'nearly' : undefined;
}
