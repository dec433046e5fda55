import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useRiderWords } from '../words.ts';

let firstScreen = true;

/** The screen's only h1. It takes the focus when the screen changes, and gives the page its title. */
export function Heading({ title, children }: { title: string; children?: ComponentChildren }) {
  const words = useRiderWords();
  const element = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // On the first load the focus stays at the top of the page.
    if (!firstScreen) element.current?.focus({ preventScroll: true });
    firstScreen = false;
    element.current?.closest('.rider-frame')?.scrollTo(0, 0);
  }, []);
  useEffect(() => {
    document.title = `${title} · ${words.app}`;
  }, [title, words]);
  return (
    <h1 class="rider-title" ref={element} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}
