import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useFrameWords } from '../words/frame.ts';

let firstPage = true;

interface Props {
  title: string;
  /** Beside the title: a count, a state. */
  aside?: ComponentChildren;
  lead?: string;
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** One screen: its name in the window, and the focus on its heading when it was opened by a link. */
export function Page({ title, aside, lead, actions, children }: Props) {
  const words = useFrameWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${words.app}`;
  }, [title, words]);
  useEffect(() => {
    // Nobody asked for the focus when the page has only just been opened.
    if (!firstPage) heading.current?.focus();
    firstPage = false;
  }, []);
  return (
    <main class="page" id="content">
      <header class="page-head">
        <div class="page-title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {aside}
        </div>
        {lead && <p class="page-lead">{lead}</p>}
        {actions && <div class="page-actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}
