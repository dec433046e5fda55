// What each screen owes to those who do not see it change: its title, and the focus on its heading.
import { useEffect } from 'preact/hooks';
import { useSharedWords } from '../words/shared.ts';

let shownBefore = false;
let goingBack = false;
window.addEventListener('popstate', () => {
  goingBack = true;
});

export function useScreen(title: string | undefined): void {
  const words = useSharedWords();
  useEffect(() => {
    if (title) document.title = `${title} · ${words.appName}`;
  }, [title, words]);
  useEffect(() => {
    if (shownBefore) {
      // Who goes back expects the place where they were; the browser keeps it.
      if (!goingBack) window.scrollTo(0, 0);
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }
    goingBack = false;
    shownBefore = true;
  }, []);
}
