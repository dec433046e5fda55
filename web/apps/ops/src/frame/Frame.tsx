import type { StreamState } from '@dangol/api';
import { useCommonWords } from '@dangol/i18n';
import { Button, Connection, LanguageSwitch } from '@dangol/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useTodoCount } from '../home/useTodos.ts';
import { queries, session } from '../services.ts';
import { useFrameWords } from '../words/frame.ts';
import { Icon, type IconName } from './Icon.tsx';
import { Search } from './Search.tsx';

/** Without the slash at the end that `/` would get. */
export const home = '~/ops';

const sections = [
  ['/', 'todo'],
  ['/orders', 'orders'],
  ['/riders', 'riders'],
  ['/cafes', 'cafes'],
  ['/people', 'people'],
  ['/money', 'money'],
  ['/dead-letters', 'deadLetters'],
  ['/audit', 'audit'],
  ['/system', 'system'],
] as const satisfies readonly (readonly [string, IconName])[];

/** The rail with the sections, the search, and how live the picture is. On a phone the sections open by a button. */
export function Frame({ live, children }: { live: StreamState; children: ComponentChildren }) {
  const common = useCommonWords();
  const words = useFrameWords();
  const [path] = useLocation();
  const [open, setOpen] = useState(false);
  const count = useTodoCount();
  useEffect(() => setOpen(false), [path]);
  const isHere = (address: string) => (address === '/' ? path === '/' : path.startsWith(address));

  return (
    <div class="frame">
      <a class="skip-link" href="#content">
        {common.skipToContent}
      </a>
      <header class="bar">
        <Link class="bar-brand" href={home}>
          {words.app}
        </Link>
        <LiveMark state={live} />
        <Search />
        <Button
          class="bar-menu"
          aria-expanded={open ? 'true' : 'false'}
          aria-controls="sections"
          onClick={() => setOpen(!open)}
        >
          {words.menu}
          {count > 0 && <span class="count">{count}</span>}
        </Button>
      </header>
      <nav id="sections" class={open ? 'rail rail-open' : 'rail'} aria-label={words.sections}>
        <ul class="rail-list">
          {sections.map(([address, name]) => (
            <li key={address}>
              <Link
                class="rail-link"
                href={address === '/' ? home : address}
                aria-current={isHere(address) ? 'page' : undefined}
              >
                <Icon name={name} />
                <span>{words[name]}</span>
                {name === 'todo' && count > 0 && <span class="count">{count}</span>}
              </Link>
            </li>
          ))}
        </ul>
        <div class="rail-foot">
          <LanguageSwitch />
          <Button
            kind="quiet"
            onClick={() => {
              queries.clear();
              void session.signOut();
            }}
          >
            {common.signOut}
          </Button>
        </div>
      </nav>
      <div class="frame-body">
        <Connection state={live} />
        {children}
      </div>
    </div>
  );
}

function LiveMark({ state }: { state: StreamState }) {
  const words = useFrameWords();
  const isLive = state.kind === 'live';
  return <span class={isLive ? 'live-mark live-mark-on' : 'live-mark'}>{words[state.kind]}</span>;
}
