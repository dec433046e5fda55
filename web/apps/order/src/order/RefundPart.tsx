import type { MyPage } from '@dangol/api';
import { clock, money, useLanguage } from '@dangol/i18n';
import { Notice } from '@dangol/ui';
import { useOrderWords } from '../words/order.ts';

interface Props {
  page: MyPage;
  zone: string | undefined;
}

export function RefundPart({ page: { refund, totalPrice }, zone }: Props) {
  const words = useOrderWords();
  const language = useLanguage();
  if (!refund) return null;
  const amount = refund.amount ?? totalPrice;
  const sum = amount ? money(amount, language) : words.allMoney;
  const told = {
    REQUESTED: { tone: 'plain', text: words.refundRequested(sum) },
    DELAYED: { tone: 'warn', text: words.refundDelayed(sum) },
    DONE: { tone: 'good', text: words.refundDone(sum) },
  } as const;
  const { tone, text } = told[refund.state];
  return (
    <Notice tone={tone} live>
      <strong>{words.refund}</strong>
      <p>
        {text} · {clock(refund.at, language, zone)}
      </p>
    </Notice>
  );
}
