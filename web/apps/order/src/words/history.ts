import { defineWords, useWords } from '@dangol/i18n';

const words = defineWords(
  {
    title: '주문 내역',
    none: '아직 주문이 없어요',
    noneHint: '주문하면 여기에서 내역을 보고 다시 주문할 수 있어요.',
    details: '자세히',
    more: '더 보기',
  },
  {
    title: 'Orders',
    none: 'No orders yet',
    noneHint: 'Your orders appear here, ready to order again.',
    details: 'Details',
    more: 'Show more',
  },
);

export const useHistoryWords = () => useWords(words);
