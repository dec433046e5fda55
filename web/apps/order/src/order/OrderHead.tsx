import type { MyPage } from '@dangol/api';
import { useLanguage } from '@dangol/i18n';
import { neverPlaced } from '../logic/steps.ts';
import { useOrderWords } from '../words/order.ts';
import { OrderHint } from './OrderHint.tsx';

interface Props {
  page: MyPage;
  number: string;
  sentence: string;
}

/** The number that will be called, and where the order stands. */
export function OrderHead({ page, number, sentence }: Props) {
  const words = useOrderWords();
  const language = useLanguage();
  return (
    <section class="order-head">
      <p class="order-cafe">{page.cafeName[language]}</p>
      {!neverPlaced(page.orderStatus) && (
        <p class="order-number">
          <span class="order-number-label">{words.callNumber}</span>
          <strong>{number}</strong>
        </p>
      )}
      <h1 tabIndex={-1}>{sentence}</h1>
      <OrderHint page={page} number={number} />
    </section>
  );
}
