import type { Cafe, Order } from '@dangol/api';
import { setLanguage } from '@dangol/i18n';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';

const cafe = (id: string, ko: string) =>
  ({ id, name: { ko, en: id }, address: '서울', state: 'OPEN', openNow: true }) as unknown as Cafe;
const orders: Pick<Order, 'status' | 'cafeId'>[] = [];
vi.mock('../data/cafes.ts', () => ({
  useCafes: () => ({ data: [cafe('seongsu', '단골 성수점'), cafe('euljiro', '단골 을지로점')] }),
  useQueues: () => new Map(),
}));
vi.mock('../data/orders.ts', () => ({ useLastOrders: () => ({ data: orders }) }));
vi.mock('./Mine.tsx', () => ({ Mine: () => null }));
vi.mock('@tanstack/preact-query', () => ({ useQuery: () => ({}), useQueryClient: () => ({}) }));

// What a device that has only looked at a menu remembers.
localStorage.setItem('dangol.order.cafe', '"euljiro"');
const { HomeScreen } = await import('./HomeScreen.tsx');

afterEach(() => {
  cleanup();
  orders.length = 0;
  setLanguage('ko');
});
const first = () => screen.getAllByRole('listitem')[0]?.textContent;

it('says nothing of a last order to somebody who has only looked', () => {
  render(<HomeScreen />);
  expect(screen.queryByText('최근 주문')).toBeNull();
  expect(first()).toContain('단골 성수점');
});

it('puts the branch of the last order first, and says so', () => {
  orders.push({ status: 'COMPLETED', cafeId: 'euljiro' });
  render(<HomeScreen />);
  expect(screen.getAllByText('최근 주문')).toHaveLength(1);
  expect(first()).toContain('단골 을지로점');
  cleanup();
  setLanguage('en');
  render(<HomeScreen />);
  expect(screen.getByText('You ordered here last')).toBeTruthy();
});
