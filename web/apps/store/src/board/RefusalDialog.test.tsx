import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RefusalDialog } from './RefusalDialog.tsx';
import { refuse } from './taps.ts';
import type { Ticket } from './ticket.ts';

vi.mock('./taps.ts', () => ({ refuse: vi.fn() }));
vi.mock('./Undo.tsx', () => ({ rememberTapped: () => undefined }));
vi.mock('../cafe.ts', () => ({
  useCafe: () => ({ data: { id: 'euljiro', businessDay: { ends: '2026-12-01T05:00:00+09:00' } } }),
}));

const one = { menuId: 'ssanghwa', name: { ko: '쌍화차', en: 'Ssanghwa tea' }, quantity: 1, options: [] };
const ticket = { orderId: 'a', callNumber: '9902', lines: [one] } as unknown as Ticket;

beforeEach(() => void vi.mocked(refuse).mockClear());
afterEach(cleanup);

describe.each([
  ['reject', '거절하기'],
  ['abort', '중단하기'],
] as const)('%s, an order of a single item', (step, verb) => {
  const show = () => {
    const onClose = vi.fn();
    render(<RefusalDialog ticket={ticket} step={step} onClose={onClose} />);
    return onClose;
  };
  const send = () => fireEvent.click(screen.getByText(verb));

  it('has no reason chosen, and asks for one', () => {
    const onClose = show();
    const reasons = screen.getAllByRole<HTMLInputElement>('radio', { hidden: true });
    expect(reasons.filter(({ checked }) => checked)).toEqual([]);
    send();
    expect(screen.getByText('사유를 선택해 주세요.')).toBeTruthy();
    expect(refuse).not.toHaveBeenCalled();
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.click(screen.getByLabelText('매장 혼잡'));
    expect(screen.queryByText('사유를 선택해 주세요.')).toBeNull();
    send();
    expect(refuse).toHaveBeenCalledWith('a', step, { reason: 'too_busy', note: '' });
    expect(onClose).toHaveBeenCalled();
  });

  it('marks nothing sold out unless it is ticked', () => {
    show();
    fireEvent.click(screen.getByLabelText('재료 소진'));
    expect(screen.getByLabelText<HTMLInputElement>('쌍화차').checked).toBe(false);
    send();
    expect(refuse).toHaveBeenCalledWith('a', step, { reason: 'sold_out', note: '' });
  });

  it('marks sold out what is ticked', () => {
    show();
    fireEvent.click(screen.getByLabelText('재료 소진'));
    fireEvent.click(screen.getByLabelText('쌍화차'));
    send();
    expect(refuse).toHaveBeenCalledWith('a', step, {
      reason: 'sold_out',
      note: '',
      soldOut: { cafeId: 'euljiro', menuIds: ['ssanghwa'], until: '2026-12-01T05:00:00+09:00' },
    });
  });
});
