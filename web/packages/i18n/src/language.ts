// Which language the person reads, and catalogues in both. A catalogue is an object of sentences and of functions that make
// sentences; English has to have exactly what Korean has, or it does not compile.
import { useEffect, useState } from 'preact/hooks';

export type Language = 'ko' | 'en';

const listeners = new Set<(language: Language) => void>();
let current: Language = document.documentElement.lang === 'en' ? 'en' : 'ko';

export const language = (): Language => current;

/** The cookie lets the server fill the next page in the same language. */
export function setLanguage(next: Language): void {
  current = next;
  document.documentElement.lang = next;
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in Safari and outside secure contexts
  document.cookie = `lang=${next}; path=/; max-age=31536000; SameSite=Lax`;
  for (const listener of listeners) listener(next);
}

export function useLanguage(): Language {
  const [shown, show] = useState(current);
  useEffect(() => {
    listeners.add(show);
    show(current);
    return () => void listeners.delete(show);
  }, []);
  return shown;
}

type Loose<T> = {
  readonly [Key in keyof T]: T[Key] extends (...args: infer Args) => string
    ? (...args: Args) => string
    : T[Key] extends string
      ? string
      : Loose<T[Key]>;
};
export type Words<T> = Record<Language, Loose<T>>;

/** `defineWords({ pay: '결제하기' }, { pay: 'Pay' })` */
export function defineWords<const T>(ko: T, en: Loose<T>): Words<T> {
  return { ko: ko as unknown as Loose<T>, en };
}

export function useWords<T>(words: Words<T>): Loose<T> {
  return words[useLanguage()];
}

/** What the server says in both languages. */
export function allOf(text: { ko: string; en: string }): string {
  return text[current];
}
