import type { Cafe, MenuItem } from '@dangol/api';
import { useLanguage } from '@dangol/i18n';
import { useSettled } from '@dangol/shell';
import { announce, Failed, LanguageSwitch, Notice, toast, Waiting } from '@dangol/ui';
import { useEffect, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useLiveCafe, useQueue } from '../data/cafes.ts';
import { openCart, putIn, usualOptions } from '../data/carts.ts';
import { lineOf } from '../logic/cart.ts';
import { sectionsOf } from '../logic/sections.ts';
import { Age } from '../parts/Age.tsx';
import { BackIcon } from '../parts/icons.tsx';
import { NotFound } from '../parts/NotFound.tsx';
import { useScreen } from '../parts/useScreen.ts';
import { minutesText, takesOrders, useCafeState } from '../parts/wait.ts';
import { useCapText, useMenuWords } from '../words/menu.ts';
import { useSharedWords } from '../words/shared.ts';
import { CartBar } from './CartBar.tsx';
import { Chips } from './Chips.tsx';
import { ItemSheet } from './ItemSheet.tsx';
import { MenuSection } from './MenuSection.tsx';

export function MenuScreen({ cafeId }: { cafeId: string }) {
  const words = useMenuWords();
  const capText = useCapText();
  const language = useLanguage();
  const { cafe, menu, state } = useLiveCafe(cafeId);
  const [open, setOpen] = useState<string>();
  const settled = useSettled();
  useScreen(cafe.data?.name[language]);
  useEffect(() => {
    if (cafe.data) openCart(cafeId);
  }, [cafeId, cafe.data !== undefined]);

  if (cafe.data === null) {
    return <NotFound title={words.unknownTitle} text={words.unknown} />;
  }
  const items = menu.data?.items ?? [];
  const sections = sectionsOf(items);
  const chosen = items.find((item) => item.id === open);
  const failed = [cafe, menu].find((query) => query.isError && !query.data);

  function add(item: MenuItem, options: string[], quantity: number): void {
    const { taken, cap } = putIn(cafeId, lineOf(item, options, quantity), menu.data);
    setOpen(undefined);
    if (cap) toast(capText(cap, taken), { ms: 8_000 });
    else announce(words.putInDone(item.name[language])); // for screen readers; the cart bar shows it to everybody else
  }

  return (
    <>
      <CafeBar cafeId={cafeId} cafe={cafe.data} />
      <Age at={menu.dataUpdatedAt} failed={state.kind === 'lost' && menu.isError} />
      <Chips sections={sections} />
      <main class="menu" id="content">
        {cafe.data && !takesOrders(cafe.data) && (
          <Notice tone="warn" live>
            {cafe.data.state === 'PAUSED' ? words.paused : words.closed}
            {cafe.data.pauseReason && <p>{cafe.data.pauseReason}</p>}
          </Notice>
        )}
        {failed && <Failed error={failed.error} onRetry={() => void failed.refetch()} />}
        {!failed && menu.isPending && <Waiting />}
        {menu.data && items.length === 0 && <p class="empty">{words.empty}</p>}
        {sections.map((section, index) => (
          <MenuSection key={section.id} section={section} first={index === 0} onOpen={settled ? setOpen : undefined} />
        ))}
      </main>
      <CartBar cafeId={cafeId} />
      {chosen && (
        <ItemSheet
          key={chosen.id}
          item={chosen}
          usual={usualOptions(cafeId, chosen.id)}
          onAdd={(options, quantity) => add(chosen, options, quantity)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function CafeBar({ cafeId, cafe }: { cafeId: string; cafe?: Cafe }) {
  const shared = useSharedWords();
  const language = useLanguage();
  const queue = useQueue(cafeId);
  const state = useCafeState();
  const open = cafe && takesOrders(cafe);
  return (
    <header class="cafe-bar">
      <h1 tabIndex={-1}>
        <Link class="cafe-bar-name" href="/">
          <BackIcon />
          {cafe?.name[language] ?? shared.appName}
        </Link>
      </h1>
      <LanguageSwitch />
      <p class="cafe-bar-wait">
        {cafe && (open && queue ? shared.waitNow(minutesText(queue), queue.unitsAhead) : state(cafe, queue).text)}
      </p>
    </header>
  );
}
