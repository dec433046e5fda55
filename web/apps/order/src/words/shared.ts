// Words of the customer app that more than one of its screens says.
import { defineWords, useWords } from '@dangol/i18n';

const words = defineWords(
  {
    appName: '단골',
    home: '매장 고르기',
    history: '주문 내역',
    again: '다시 주문하기',
    soldOut: '품절',
    open: '영업 중',
    busy: '혼잡',
    paused: '일시중지',
    closed: '영업 종료',
    pausedUntil: (time: string) => `일시중지 · ${time}까지`,
    opensAt: (when: string) => `영업 종료 · ${when}에 열어요`,
    waitNow: (minutes: string, cups: number) => `지금 약 ${minutes}분 · ${cups === 0 ? '대기 없음' : `대기 ${cups}잔`}`,
    offlineSince: (age: string) => `오프라인이에요 · ${age} 정보예요`,
    ago: (minutes: number) =>
      minutes < 1
        ? '방금 전'
        : minutes < 60
          ? `${minutes}분 전`
          : minutes < 1_440
            ? `${Math.floor(minutes / 60)}시간 전`
            : `${Math.floor(minutes / 1_440)}일 전`,
    notFoundTitle: '찾을 수 없는 페이지예요',
    notFound: '주소를 다시 확인하거나 매장부터 골라 주세요.',
    items: (first: string, others: number) => (others === 0 ? first : `${first} 외 ${others}개`),
  },
  {
    appName: 'Dangol',
    home: 'Choose a café',
    history: 'Orders',
    again: 'Order again',
    soldOut: 'Sold out',
    open: 'Open',
    busy: 'Busy',
    paused: 'Paused',
    closed: 'Closed',
    pausedUntil: (time: string) => `Paused until ${time}`,
    opensAt: (when: string) => `Closed · opens ${when}`,
    waitNow: (minutes: string, cups: number) =>
      `About ${minutes} min now · ${cups === 0 ? 'no queue' : `${cups} ${cups === 1 ? 'drink' : 'drinks'} ahead`}`,
    offlineSince: (age: string) => `You are offline · updated ${age}`,
    ago: (minutes: number) =>
      minutes < 1
        ? 'just now'
        : minutes < 60
          ? `${minutes} min ago`
          : minutes < 1_440
            ? `${Math.floor(minutes / 60)} h ago`
            : `${Math.floor(minutes / 1_440)} d ago`,
    notFoundTitle: 'Page not found',
    notFound: 'Check the address, or start by choosing a café.',
    items: (first: string, others: number) => (others === 0 ? first : `${first} and ${others} more`),
  },
);

export const useSharedWords = () => useWords(words);
