// All page templates: each app's page in both languages, and the customer app's first pages with their content.
import './surroundings.ts';
import type { Language } from '@dangol/i18n';
import * as order from './order.tsx';
import { type Part, Slots, tidy } from './template.ts';
import { pageWords } from './words.ts';

export { drawPage } from './order.tsx';

interface Page {
  app: 'order' | 'store' | 'rider' | 'ops';
  title: Part[];
  description: Part[];
  content: Part[];
}

const boot: Part[] = ['<script type="application/json" id="boot">', { data: true }, '</script>'];

/** An app's index.html, as vite has built it, with its places filled. */
function filled(html: string, language: Language, { title, description, content }: Page): Part[] {
  const known: Record<string, Part[]> = {
    '%lang%': [language],
    '%title%': title,
    '%description%': description,
    '<!--shell-->': content,
    '<!--boot-->': boot,
  };
  const places = html.split(/(%lang%|%title%|%description%|<!--shell-->|<!--boot-->)/);
  return tidy(places.flatMap((piece) => known[piece] ?? [piece]));
}

function menuPage(language: Language): Page {
  const words = pageWords[language].menu;
  const slots = new Slots();
  const name = slots.text(`cafe.name.${language}`);
  const address = slots.text('cafe.address');
  const description: Part = {
    if: { of: 'cafe.address' },
    yes: slots.in(words.description(`${name}, ${address}`)),
    no: slots.in(words.description(name)),
  };
  return {
    app: 'order',
    title: slots.in(words.title(name)),
    description: [description],
    content: order.menu(language),
  };
}

/** By name, such as "order-menu.ko"; `htmlOf` gives an app's index.html. */
export function templates(htmlOf: (app: Page['app']) => string): Map<string, Part[]> {
  const all = new Map<string, Part[]>();
  for (const language of ['ko', 'en'] as const) {
    const words = pageWords[language];
    const plain = (app: Page['app'], content: Part[] = []): Page => {
      const { title, description } = words[app];
      return { app, title: [title], description: [description], content };
    };
    const pages: Record<string, Page> = {
      order: plain('order'),
      'order-home': plain('order', order.home(language)),
      'order-menu': menuPage(language),
      'order-unknown': plain('order', order.unknown(language)),
      store: plain('store'),
      rider: plain('rider'),
      ops: plain('ops'),
    };
    for (const [name, page] of Object.entries(pages)) {
      all.set(`${name}.${language}`, filled(htmlOf(page.app), language, page));
    }
  }
  return all;
}
