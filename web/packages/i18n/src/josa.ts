// Korean particles follow the sound before them: 라떼를, 빵을.
const pairs = {
  '을/를': ['을', '를'],
  '이/가': ['이', '가'],
  '은/는': ['은', '는'],
  '과/와': ['과', '와'],
} as const;

const endsInConsonant = (word: string): boolean => {
  const last = word.trimEnd().at(-1) ?? '';
  const code = last.charCodeAt(0);
  if (code >= 0xac00 && code <= 0xd7a3) return (code - 0xac00) % 28 !== 0;
  return /[013678lmnr]/i.test(last); // as digits and letters are read aloud
};

/** `josa('라떼', '을/를')` → "라떼를" */
export function josa(word: string, particle: keyof typeof pairs): string {
  const [afterConsonant, afterVowel] = pairs[particle];
  return word + (endsInConsonant(word) ? afterConsonant : afterVowel);
}
