import type { Delivery } from '@dangol/api';
import { expect, test } from 'vitest';
import { withDelivery } from './keys.ts';
import { wayTo } from './settings.ts';

const delivery = (version: number, status: Delivery['status']): Delivery => ({
  deliveryId: 'a',
  orderId: 'a',
  cafeId: 'euljiro',
  status,
  fee: { amount: 3000, currency: 'KRW' },
  qty: 1,
  cafe: { name: { ko: '을지로점', en: 'Euljiro' }, place: { latitude: 37.5, longitude: 127 } },
  area: { latitude: 37.5, longitude: 127 },
  ready: true,
  version,
});

test('an answer renews what is in hand, adds to it, or takes it out', () => {
  expect(withDelivery([], delivery(3, 'CLAIMED'))).toHaveLength(1);
  expect(withDelivery([delivery(3, 'CLAIMED')], delivery(5, 'PICKED_UP'))).toEqual([delivery(5, 'PICKED_UP')]);
  expect(withDelivery([delivery(5, 'PICKED_UP')], delivery(6, 'DELIVERED'))).toEqual([]);
});

test('an answer that was overtaken changes nothing', () => {
  expect(withDelivery([delivery(5, 'PICKED_UP')], delivery(3, 'CLAIMED'))).toEqual([delivery(5, 'PICKED_UP')]);
});

test('the way is asked of the chosen map, with the place and its name only', () => {
  const place = { latitude: 37.57, longitude: 126.98 };
  expect(wayTo(place, '을지로 1', 'kakao')).toBe(
    'https://map.kakao.com/link/to/%EC%9D%84%EC%A7%80%EB%A1%9C%201,37.57,126.98',
  );
  expect(wayTo(place, '을지로', 'phone')).toMatch(/^geo:37\.57,126\.98\?q=37\.57,126\.98/);
});
