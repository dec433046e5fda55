import type { MyPage, Order } from '@dangol/api';
import { dateTime, money, useCommonWords, useLanguage } from '@dangol/i18n';
import { vatOf } from '../logic/price.ts';
import { neverCharged } from '../logic/steps.ts';
import { useCartWords } from '../words/cart.ts';
import { useOrderWords } from '../words/order.ts';

interface Props {
  page: MyPage;
  zone: string | undefined;
  address?: string;
  to?: Order['destination'];
}

export function Receipt({ page, zone, address, to }: Props) {
  const words = useOrderWords();
  const cart = useCartWords();
  const common = useCommonWords();
  const language = useLanguage();
  const { lines, totalPrice, orderDate, fulfilment } = page;
  if (lines.length === 0 || !totalPrice || neverCharged(page)) return null;
  const items = lines.reduce((sum, line) => sum + line.price.amount, 0);
  const fee = totalPrice.amount - items;
  const { supply, tax } = vatOf(totalPrice);
  return (
    <section class="receipt" aria-labelledby="receipt-title">
      <h2 id="receipt-title">{words.receipt}</h2>
      <p class="soft">
        {page.cafeName[language]} · {fulfilment === 'delivery' ? common.delivery : common.pickup}
        {orderDate && ` · ${dateTime(orderDate, language, zone)}`}
      </p>
      {address && (
        <p class="soft" lang="ko">
          {address}
        </p>
      )}
      {to && (
        <p class="soft">
          {words.deliverTo} · {`${to.address} ${to.detail}`.trim()}
        </p>
      )}
      <ul class="receipt-lines">
        {lines.map((line, index) => (
          <li key={index}>
            <span>
              {line.name[language]} ×{line.quantity}
              {line.options.length > 0 && (
                <span class="soft receipt-options">{line.options.map((option) => option[language]).join(' · ')}</span>
              )}
            </span>
            <span class="receipt-price">{money(line.price, language)}</span>
          </li>
        ))}
      </ul>
      <dl>
        {fee > 0 && (
          <div>
            <dt>{cart.deliveryFee}</dt>
            <dd>{money({ ...totalPrice, amount: fee }, language)}</dd>
          </div>
        )}
        <div>
          <dt>{words.supply}</dt>
          <dd>{money(supply, language)}</dd>
        </div>
        <div>
          <dt>{words.tax}</dt>
          <dd>{money(tax, language)}</dd>
        </div>
        <div class="receipt-total">
          <dt>{words.total}</dt>
          <dd>{money(totalPrice, language)}</dd>
        </div>
      </dl>
    </section>
  );
}
