import type { MyPage } from '@dangol/api';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { OrderHint } from './OrderHint.tsx';

afterEach(cleanup);

const undelivered = { orderStatus: 'UNDELIVERED', fulfilment: 'delivery', deliveryFailure: 'customer_absent' };
const show = (more: Partial<MyPage>) =>
  render(<OrderHint page={{ ...undelivered, ...more } as MyPage} number="7950" />);
const refundOf = (state: 'REQUESTED' | 'DELAYED' | 'DONE') => ({
  state,
  amount: { amount: 3_500, currency: 'KRW' },
  at: '2026-11-30T02:11:00Z',
});

it('says that a customer who was not there gets nothing back by itself', () => {
  show({});
  expect(screen.getByText(/음료는 매장으로 돌아가요/).textContent).toContain('자동으로 환불되지 않으니');
});

it.each(['REQUESTED', 'DELAYED', 'DONE'] as const)('does not say so once money goes back: %s', (state) => {
  show({ refund: refundOf(state) });
  expect(screen.getByText(/음료는 매장으로 돌아가요/)).toBeTruthy();
  expect(screen.queryByText(/자동으로 환불되지 않으니/)).toBeNull();
});
