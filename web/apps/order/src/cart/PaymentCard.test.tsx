import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { PaymentCard } from './PaymentCard.tsx';

afterEach(cleanup);

const show = (practice: readonly string[]) =>
  render(<PaymentCard practice={practice} paying={{ method: 'card', token: 'approve' }} onChange={() => undefined} />);
const offered = () => screen.getAllByRole('radio', { hidden: true }).map((radio) => radio.parentElement?.textContent);

it('offers only the outcomes that the sandbox takes', () => {
  show(['approve', 'decline']);
  expect(offered()).toEqual(['카드', '간편결제', '승인', '거절']);
});

it('offers to practise no answer where the sandbox may give none', () => {
  show(['approve', 'decline', 'stall', 'stall_then_charge']);
  expect(offered()).toContain('응답 없음');
});

it('does not call a payment a test where there is no sandbox', () => {
  show([]);
  expect(offered()).toEqual(['카드', '간편결제']);
  expect(screen.queryByText(/테스트 결제/)).toBeNull();
});
