import type { Cafe, Order } from '@dangol/api';
import { describe, expect, it } from 'vitest';
import { againOf, lastCafeOf } from './again.ts';
import { distanceText, inOrder, metresBetween } from './nearby.ts';

const order = (orderId: string, menuId: string, status: Order['status'] = 'COMPLETED') =>
  ({ orderId, cafeId: 'euljiro', status, lines: [{ menuId, quantity: 1, options: [] }] }) as unknown as Order;

describe('what may be ordered again', () => {
  it('is each choice once, the newest first, without what came to nothing', () => {
    const orders = [order('d', 'tea', 'CANCELED'), order('c', 'latte'), order('b', 'tea'), order('a', 'latte')];
    expect(againOf(orders, 5).map(({ orderId }) => orderId)).toEqual(['c', 'b']);
    expect(againOf(orders, 1)).toHaveLength(1);
  });
});

describe('where somebody ordered last', () => {
  const at = (cafeId: string, status: Order['status']) => ({ cafeId, status });
  it('is nowhere without an order, or with one that was never placed', () => {
    expect(lastCafeOf([])).toBeUndefined();
    expect(lastCafeOf([at('a', 'PAYMENT_PENDING'), at('b', 'PAYMENT_FAILED'), at('c', 'EXPIRED')])).toBeUndefined();
  });
  it('is the branch of the newest that was placed, whatever became of it', () => {
    expect(lastCafeOf([at('a', 'EXPIRED'), at('b', 'CANCELED'), at('c', 'COMPLETED')])).toBe('b');
  });
});

const cafe = (id: string, ko: string) => ({ id, name: { ko, en: id }, address: '서울 중구' }) as Cafe;
const cafes = [cafe('euljiro', '단골 을지로점'), cafe('seongsu', '단골 성수점')];

describe('branches', () => {
  it('begin with the one of last time, but not when they come by distance', () => {
    expect(inOrder(cafes, 'seongsu', false).map(({ id }) => id)).toEqual(['seongsu', 'euljiro']);
    expect(inOrder(cafes, 'seongsu', true).map(({ id }) => id)).toEqual(['euljiro', 'seongsu']);
  });
  it('are as far as the crow flies', () => {
    const metres = metresBetween({ latitude: 37.5664, longitude: 126.9909 }, { latitude: 37.5424, longitude: 127.056 });
    expect(Math.round(metres / 100)).toBe(63);
    expect([distanceText(424), distanceText(1_340)]).toEqual(['420 m', '1.3 km']);
  });
});
