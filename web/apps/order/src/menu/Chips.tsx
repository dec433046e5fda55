import { useLanguage } from '@dangol/i18n';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Section } from '../logic/sections.ts';
import { useMenuWords } from '../words/menu.ts';

/** The categories; the one on the screen is marked, and kept in sight. */
export function Chips({ sections }: { sections: readonly Section[] }) {
  const words = useMenuWords();
  const bar = useRef<HTMLElement>(null);
  const [current, setCurrent] = useState('c-1');
  const ids = sections.map(({ id }) => id).join();

  useEffect(() => {
    const seen = new Set<string>();
    // A line a little below the chips decides; on it is one section, or none between two.
    const watch = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) seen.add(target.id);
          else seen.delete(target.id);
        }
        const first = ids.split(',').find((id) => seen.has(id));
        if (first) setCurrent(first);
      },
      { rootMargin: '-25% 0px -74% 0px' },
    );
    for (const id of ids.split(',')) {
      const section = document.getElementById(id);
      if (section) watch.observe(section);
    }
    return () => watch.disconnect();
  }, [ids]);

  useEffect(() => {
    const chip = bar.current?.querySelector<HTMLElement>('[aria-current]');
    if (chip && bar.current) bar.current.scrollTo({ left: chip.offsetLeft - 16, behavior: 'smooth' });
  }, [current]);

  return (
    <nav class="chips" aria-label={words.categories} ref={bar}>
      {sections.map((section) => (
        <Chip key={section.id} section={section} current={section.id === current} />
      ))}
    </nav>
  );
}

export function Chip({ section, current }: { section: Section; current: boolean }) {
  const language = useLanguage();
  return (
    <a class="chip" href={`#${section.id}`} aria-current={current ? 'true' : undefined}>
      {section.name[language]}
    </a>
  );
}
