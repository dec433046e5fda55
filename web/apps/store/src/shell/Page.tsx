import { useLanguage } from '@dangol/i18n';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useShellWords } from '../words/shell.ts';

interface Props {
  title: string;
  /** Only for screen readers: the lanes need no visible heading. */
  hideTitle?: boolean;
  actions?: ComponentChildren;
  /** Nothing in it takes the focus: then the keys that scroll need it to. */
  readOnly?: boolean;
  class?: string;
  children: ComponentChildren;
}

let opened = false; // the first screen of a page load takes no focus away

/** One screen: its title here and in the window, and the focus on it after navigation. */
export function Page({ title, hideTitle, actions, readOnly, class: more, children }: Props) {
  const words = useShellWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const language = useLanguage();
  useEffect(() => {
    if (opened) heading.current?.focus();
    opened = true;
  }, []);
  useEffect(() => {
    document.title = `${title} · ${words.app}`;
  }, [title, words, language]);
  return (
    <main id="content" class={more ? `page ${more}` : 'page'} tabIndex={readOnly ? 0 : undefined}>
      <div class={hideTitle ? 'visually-hidden' : 'page-head'}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div class="page-actions">{actions}</div>}
      </div>
      {children}
    </main>
  );
}
