import { defineWords, useWords } from '@dangol/i18n';

const words = defineWords(
  {
    title: '어느 매장에서 주문할까요?',
    nearest: '가까운 매장부터 보기',
    finding: '위치를 확인하고 있어요',
    nearestFirst: '가까운 순서로 보여드려요',
    refused: '위치를 알 수 없어요. 브라우저 설정에서 위치를 허용하거나 이름으로 찾아 주세요.',
    search: '매장 이름이나 주소로 찾기',
    noMatch: '맞는 매장이 없어요. 다른 이름으로 찾아 보세요.',
    none: '아직 문을 연 매장이 없어요.',
    lastUsed: '최근 주문',
    distance: (text: string) => `${text} 거리`,
    inProgress: '진행 중인 주문',
    callNumber: (number: string) => `${number}번`,
    againTitle: '늘 마시던 걸로',
    putBack: '담아 둔 메뉴를 바꿨어요',
  },
  {
    title: 'Which café would you like?',
    nearest: 'Show the nearest first',
    finding: 'Finding where you are',
    nearestFirst: 'The nearest come first',
    refused: 'We cannot tell where you are. Allow the location in your browser, or search by name.',
    search: 'Search by name or address',
    noMatch: 'No café of that name. Please try another one.',
    none: 'No café is open yet.',
    lastUsed: 'Last time',
    distance: (text: string) => `${text} away`,
    inProgress: 'Order in progress',
    callNumber: (number: string) => `No. ${number}`,
    againTitle: 'The usual',
    putBack: 'Your cart was replaced',
  },
);

export const useHomeWords = () => useWords(words);
