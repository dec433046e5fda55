import type { MenuItem } from '@dangol/api';
import { money, useLanguage } from '@dangol/i18n';
import type { Section } from '../logic/sections.ts';
import { useSharedWords } from '../words/shared.ts';

export const picturesSeenAtOnce = 4;

interface Props {
  section: Section;
  /** The first on the page: its pictures are above the fold. */
  first: boolean;
  /** Not there until the app has taken over. */
  onOpen: ((menuId: string) => void) | undefined;
}

export function MenuSection({ section, first, onOpen }: Props) {
  const language = useLanguage();
  return (
    <section id={section.id} aria-labelledby={`${section.id}-name`}>
      <h2 id={`${section.id}-name`}>{section.name[language]}</h2>
      <ul class="menu-list">
        {section.items.map((item, index) => (
          <MenuCard key={item.id} item={item} eager={first && index < picturesSeenAtOnce} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

export function MenuCard({ item, eager, onOpen }: { item: MenuItem; eager: boolean; onOpen: Props['onOpen'] }) {
  const language = useLanguage();
  const settled = onOpen !== undefined;
  const words = useSharedWords();
  const note = item.description[language];
  return (
    <li class={item.soldOut ? 'menu-item is-sold-out' : 'menu-item'}>
      <button type="button" disabled={item.soldOut || !settled} onClick={() => onOpen?.(item.id)}>
        {item.image && <img src={item.image} width={88} height={88} alt="" loading={eager ? undefined : 'lazy'} />}
        <span class="menu-item-text">
          <strong class="menu-item-name">{item.name[language]}</strong>
          {note && <span class="menu-item-note">{note}</span>}
          <span class="menu-item-price">
            {settled || item.price.currency === 'KRW' ? money(item.price, language) : '\u00a0'}
          </span>
          {item.soldOut && <span class="menu-item-sold-out">{words.soldOut}</span>}
        </span>
      </button>
    </li>
  );
}
