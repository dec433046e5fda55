// The parts of the system, as an operator calls them.
import { defineWords, useWords } from '@dangol/i18n';

const words = defineWords(
  {
    order: '주문',
    payment: '결제',
    cafe: '매장',
    delivery: '배달',
    notification: '알림',
    mypage: '마이페이지',
    identity: '계정',
  },
  {
    order: 'Orders',
    payment: 'Payments',
    cafe: 'Branches',
    delivery: 'Deliveries',
    notification: 'Messages',
    mypage: 'MyPage',
    identity: 'Accounts',
  },
);

/** Of one that is not known here, its own name. */
export function useContextName(): (context: string) => string {
  const names: Readonly<Record<string, string>> = useWords(words);
  return (context) => names[context] ?? context;
}
