import type { MyPage } from '@dangol/api';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { OrderHead } from './OrderHead.tsx';
import { Receipt } from './Receipt.tsx';

afterEach(cleanup);

const won = (amount: number) => ({ amount, currency: 'KRW' });
const bread = { name: { ko: '소금빵', en: 'Salt bread' }, quantity: 1, options: [], price: won(3_500) };
function show(more: Partial<MyPage>): void {
  const known = { cafeName: { ko: '단골 을지로점', en: 'Dangol Euljiro' }, lines: [bread], totalPrice: won(3_500) };
  const page = { ...known, fulfilment: 'pickup', ...more } as MyPage;
  render(
    <>
      <OrderHead page={page} number="2682" sentence="결제" />
      <Receipt page={page} zone="Asia/Seoul" />
    </>,
  );
}
const receipt = () => screen.queryByRole('region', { name: '영수증' });

describe.each(['PAYMENT_FAILED', 'EXPIRED'] as const)('%s', (orderStatus) => {
  it('has no number that nobody will call, and no receipt of what was never charged', () => {
    show({ orderStatus });
    expect(screen.queryByText('2682')).toBeNull();
    expect(receipt()).toBeNull();
    expect(screen.getByText(/결제된 금액은 없어요/)).toBeTruthy();
  });
  it('has a receipt of a charge that came too late and goes back', () => {
    show({ orderStatus, refund: { state: 'REQUESTED', amount: won(3_500), at: '2026-11-30T02:11:00Z' } });
    expect(screen.queryByText('2682')).toBeNull();
    expect(receipt()).toBeTruthy();
    expect(screen.queryByText(/결제된 금액은 없어요/)).toBeNull();
  });
});

it('keeps number and receipt of what was placed, also if it was rejected', () => {
  show({ orderStatus: 'REJECTED' });
  expect(screen.getByText('2682')).toBeTruthy();
  expect(receipt()?.textContent).toContain('3,500원');
});
