import type { FunctionComponent } from 'preact';
import { Link, useLocation } from 'wouter-preact';
import { useShellWords } from '../words/shell.ts';
import { BoardIcon, CupIcon, HoursIcon, MenuIcon, SalesIcon, SettingsIcon, SoldOutIcon } from './icons.tsx';

type Section = 'board' | 'cups' | 'soldOut' | 'menu' | 'hours' | 'sales' | 'settings';

const sections: readonly { name: Section; path: string; icon: FunctionComponent }[] = [
  { name: 'board', path: '/store', icon: BoardIcon },
  { name: 'cups', path: '/store/cups', icon: CupIcon },
  { name: 'soldOut', path: '/store/soldout', icon: SoldOutIcon },
  { name: 'menu', path: '/store/menu', icon: MenuIcon },
  { name: 'hours', path: '/store/hours', icon: HoursIcon },
  { name: 'sales', path: '/store/sales', icon: SalesIcon },
  { name: 'settings', path: '/store/settings', icon: SettingsIcon },
];

/** Where to go: at the left of a tablet, at the bottom of a phone. */
export function Rail({ waiting }: { waiting: number }) {
  const words = useShellWords();
  const [location] = useLocation();
  return (
    <nav class="rail" aria-label={words.sections}>
      {sections.map(({ name, path, icon: Icon }) => (
        <Link
          key={name}
          href={path}
          class={`rail-link rail-${name}`}
          aria-current={location.replace(/\/$/, '') === path ? 'page' : undefined}
        >
          <Icon />
          <span>{words[name]}</span>
          {name === 'board' && waiting > 0 && (
            <span class="rail-count">
              <span class="visually-hidden">{words.newOrders(waiting)}</span>
              <span aria-hidden="true">{waiting}</span>
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
