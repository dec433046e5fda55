import type { MenuItem, Text } from '@dangol/api';

export interface Section {
  /** "c-1": what its chip points at. */
  id: string;
  name: Text;
  items: MenuItem[];
}

/** In the order in which the menu first names the categories. */
export function sectionsOf(items: readonly MenuItem[]): Section[] {
  const sections: Section[] = [];
  for (const item of items) {
    let section = sections.find((one) => one.name.ko === item.category.ko);
    if (!section) {
      section = { id: `c-${sections.length + 1}`, name: item.category, items: [] };
      sections.push(section);
    }
    section.items.push(item);
  }
  return sections;
}
