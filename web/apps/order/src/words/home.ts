import { defineWords, useWords } from '@dangol/i18n';

const words = defineWords(
  {
    title: '어느 매장에서 주문할까요?',
    nearest: '가까운 매장부터 보기',
    finding: '위치를 확인하고 있어요',
    nearestFirst: '가까운 순서로 보여드려요',
    refused: '위치를 알 수 없어요. 브라우저 설정에서 위치를 허용하거나 매장 이름을 보고 골라 주세요.',
    none: '아직 주문할 수 있는 매장이 없어요.',
    lastUsed: '최근 주문',
    distance: (text: string) => `${text} 거리`,
    inProgress: '진행 중인 주문',
    callNumber: (number: string) => `${number}번`,
    againTitle: '늘 마시던 메뉴',
    putBack: '장바구니를 지난 주문으로 바꿨어요',
  },
  {
    title: 'Which café would you like?',
    nearest: 'Show nearest first',
    finding: 'Finding your location',
    nearestFirst: 'Nearest first',
    refused: 'We cannot find your location. Allow it in your browser settings, or choose a café by name.',
    none: 'There are no cafés to order from yet.',
    lastUsed: 'You ordered here last',
    distance: (text: string) => `${text} away`,
    inProgress: 'Order in progress',
    callNumber: (number: string) => `No. ${number}`,
    againTitle: 'The usual',
    putBack: 'Your cart now has your earlier order',
  },
);

export const useHomeWords = () => useWords(words);
