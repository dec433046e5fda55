// Accessibility of a change of screens: the document's title, and the focus on the heading.
import { useEffect, useRef } from 'preact/hooks';
import { useSharedWords } from '../words/shared.ts';

let shownBefore = false;
let shownPath = location.pathname;
let goingBack = false;
window.addEventListener('popstate', () => {
  goingBack = location.pathname !== shownPath; // otherwise only what lay over the screen was closed
});

const focusHeading = () => document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });

export function useScreen(title: string | undefined): void {
  const words = useSharedWords();
  const owed = useRef(false);
  useEffect(() => {
    if (title) document.title = `${title} · ${words.appName}`;
  }, [title, words]);
  useEffect(() => {
    if (shownBefore) {
      // Going back keeps the scroll position; the browser restores it.
      if (!goingBack) window.scrollTo(0, 0);
      focusHeading();
      owed.current = true;
    }
    goingBack = false;
    shownPath = location.pathname;
    shownBefore = true;
    const settled = () => {
      owed.current = false;
    };
    const signs = ['pointerdown', 'keydown'] as const;
    for (const sign of signs) window.addEventListener(sign, settled);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, settled);
    };
  }, []);
  useEffect(() => {
    // What was waited for has come and brought another heading.
    if (owed.current && document.activeElement === document.body) focusHeading();
  });
}
