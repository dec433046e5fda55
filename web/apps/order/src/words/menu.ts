import { defineWords, useWords } from '@dangol/i18n';

const words = defineWords(
  {
    categories: '메뉴 분류',
    menuOf: (cafe: string) => `${cafe} 메뉴`,
    required: '필수',
    upTo: (count: number) => `최대 ${count}개`,
    atLeast: (count: number) => `${count}개 고르기`,
    putIn: (price: string) => `담기 ${price}`,
    missing: (group: string) => `${group}에서 고를 수 있는 것이 없어 담을 수 없어요`,
    putInDone: (name: string) => `${name} 담았어요`,
    quantity: '수량',
    goToCart: '주문하기',
    inCart: (count: number) => `${count}개`,
    cartRegion: '장바구니',
    closed: '지금은 주문을 받지 않아요. 메뉴는 볼 수 있어요.',
    paused: '잠시 주문을 쉬고 있어요.',
    unknownTitle: '매장을 찾을 수 없어요',
    unknown: '주소가 바뀌었거나 문을 닫은 매장일 수 있어요. 다른 매장을 골라 주세요.',
    empty: '아직 메뉴가 없어요. 잠시 후 다시 와 주세요.',
  },
  {
    categories: 'Categories',
    menuOf: (cafe: string) => `Menu of ${cafe}`,
    required: 'Required',
    upTo: (count: number) => `up to ${count}`,
    atLeast: (count: number) => `choose ${count}`,
    putIn: (price: string) => `Add ${price}`,
    missing: (group: string) => `Nothing is left to choose under ${group}, so this cannot be added`,
    putInDone: (name: string) => `${name} added`,
    quantity: 'Quantity',
    goToCart: 'Check out',
    inCart: (count: number) => `${count} ${count === 1 ? 'item' : 'items'}`,
    cartRegion: 'Cart',
    closed: 'No orders are taken now. You can still look at the menu.',
    paused: 'Orders are paused for a while.',
    unknownTitle: 'We cannot find this café',
    unknown: 'It may have moved or closed. Please choose another one.',
    empty: 'There is no menu yet. Please come back in a while.',
  },
);

export const useMenuWords = () => useWords(words);
