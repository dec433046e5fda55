// What this person has under way, and what they had before.
import { type MyPage, type Order, serverNow } from '@dangol/api';
import { allOf, money, useLanguage } from '@dangol/i18n';
import { Link } from 'wouter-preact';
import { useLastOrders, useLastPages } from '../data/orders.ts';
import { againOf } from '../logic/again.ts';
import { isOver } from '../logic/steps.ts';
import { useAgain } from '../parts/useAgain.ts';
import { useHomeWords } from '../words/home.ts';
import { useSharedWords } from '../words/shared.ts';

const againMax = 2;
const freshMs = 3 * 3_600_000; // a page that has stood still for longer is history

export function Mine() {
  const words = useHomeWords();
  const orders = useLastOrders().data ?? [];
  const pages = useLastPages().data ?? [];
  const underWay = pages.filter(
    (page) => !isOver(page.orderStatus) && serverNow() - Date.parse(page.orderDate ?? page.paidAt ?? '') < freshMs,
  );
  const again = againOf(orders, againMax);
  return (
    <>
      {underWay.length > 0 && (
        <section class="mine" aria-label={words.inProgress}>
          {underWay.map((page) => (
            <UnderWay key={page.orderId} page={page} />
          ))}
        </section>
      )}
      {again.length > 0 && (
        <section class="mine">
          <h2>{words.againTitle}</h2>
          {again.map((order) => (
            <Again key={order.orderId} order={order} />
          ))}
        </section>
      )}
    </>
  );
}

function UnderWay({ page }: { page: MyPage }) {
  useLanguage();
  const words = useHomeWords();
  return (
    <Link class="under-way" href={`/o/${page.orderId}`}>
      <strong class="under-way-number">{words.callNumber(page.callNumber)}</strong>
      <span class="under-way-text">
        <span>{allOf(page.orderStatusText)}</span>
        <span class="under-way-cafe">{allOf(page.cafeName)}</span>
      </span>
    </Link>
  );
}

function Again({ order }: { order: Order }) {
  const language = useLanguage();
  const shared = useSharedWords();
  const again = useAgain();
  const [first] = order.lines;
  if (!first) return null;
  const options = first.options.map((option) => option.name[language]).join(' · ');
  const count = first.quantity > 1 ? ` ×${first.quantity}` : '';
  return (
    <button type="button" class="again-card" onClick={() => again(order)}>
      <strong>{shared.items(first.name[language] + count, order.lines.length - 1)}</strong>
      {options && <span class="again-options">{options}</span>}
      <span class="again-foot">
        <span>{order.cafeName[language]}</span>
        <strong>{money(order.itemsPrice, language)}</strong>
      </span>
      <span class="again-word">{shared.again}</span>
    </button>
  );
}
