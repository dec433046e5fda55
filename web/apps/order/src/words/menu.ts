import { limits } from '@dangol/api';
import { defineWords, useWords } from '@dangol/i18n';
import type { Cap } from '../logic/cart.ts';

const words = defineWords(
  {
    categories: '메뉴 분류',
    menuOf: (cafe: string) => `${cafe} 메뉴`,
    required: '필수',
    upTo: (count: number) => `최대 ${count}개`,
    atLeast: (count: number) => `${count}개 이상 선택`,
    putIn: (price: string) => `담기 ${price}`,
    missing: (group: string) => `${group} 옵션이 모두 품절이라 담을 수 없어요`,
    putInDone: (name: string) => `${name} 담았어요`,
    caps: {
      quantity: `한 메뉴는 ${limits.quantity}개까지 담을 수 있어요.`,
      units: `한 번에 ${limits.units}잔 분량까지 주문할 수 있어요.`,
      lines: `한 번에 ${limits.lines}가지까지 담을 수 있어요.`,
    },
    tookOnly: (count: number) => `${count}개만 담았어요.`,
    tookNone: '더 담지 못했어요.',
    quantity: '수량',
    goToCart: '주문하기',
    inCart: (count: number) => `${count}개`,
    cartRegion: '장바구니',
    closed: '지금은 주문할 수 없어요. 메뉴는 볼 수 있어요.',
    paused: '지금은 잠시 주문을 받지 않아요.',
    unknownTitle: '매장을 찾을 수 없어요',
    unknown: '주소가 바뀌었거나 문을 닫은 매장일 수 있어요. 다른 매장을 선택해 주세요.',
    empty: '아직 메뉴가 없어요. 잠시 후 다시 확인해 주세요.',
  },
  {
    categories: 'Categories',
    menuOf: (cafe: string) => `Menu of ${cafe}`,
    required: 'Required',
    upTo: (count: number) => `up to ${count}`,
    atLeast: (count: number) => `choose at least ${count}`,
    putIn: (price: string) => `Add ${price}`,
    missing: (group: string) => `Every option under ${group} is sold out, so this cannot be added`,
    putInDone: (name: string) => `${name} added`,
    caps: {
      quantity: `At most ${limits.quantity} of one item.`,
      units: `One order takes at most ${limits.units} drinks’ worth of work.`,
      lines: `At most ${limits.lines} different items in one order.`,
    },
    tookOnly: (count: number) => `Only ${count} ${count === 1 ? 'was' : 'were'} added.`,
    tookNone: 'Nothing more was added.',
    quantity: 'Quantity',
    goToCart: 'Check out',
    inCart: (count: number) => `${count} ${count === 1 ? 'item' : 'items'}`,
    cartRegion: 'Cart',
    closed: 'This café is not taking orders now. You can still browse the menu.',
    paused: 'Orders are paused for now.',
    unknownTitle: 'We cannot find this café',
    unknown: 'It may have moved or closed. Please choose another one.',
    empty: 'There is no menu yet. Please check again later.',
  },
);

export const useMenuWords = () => useWords(words);

/** What a limit has kept from the cart. */
export function useCapText(): (cap: Cap, taken: number) => string {
  const { caps, tookOnly, tookNone } = useMenuWords();
  return (cap, taken) => `${caps[cap]} ${taken > 0 ? tookOnly(taken) : tookNone}`;
}
