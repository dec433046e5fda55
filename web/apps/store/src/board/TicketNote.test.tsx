import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TicketCard } from './TicketCard.tsx';
import type { Ticket } from './ticket.ts';

vi.mock('../cafe.ts', () => ({ useCafe: () => ({}), useZone: () => 'Asia/Seoul' }));
vi.mock('../services.ts', () => ({ outbox: { pending: () => [] } }));

const longNote = '아주 긴 요청 '.repeat(60).trim();
const lineHeight = 24;
const linesOf = (text: string | null) => Math.ceil((text?.length ?? 0) / 24);

beforeEach(() => {
  // There is no layout here: a paragraph is as high as its text, what is shown of a short one four lines.
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return linesOf(this.textContent) * lineHeight;
  });
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockImplementation(function (this: HTMLElement) {
    const short = this.classList.contains('ticket-note-short');
    return Math.min(linesOf(this.textContent), short ? 4 : Number.POSITIVE_INFINITY) * lineHeight;
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function show(note: string) {
  const text = { ko: '아메리카노', en: 'Americano' };
  const ticket = {
    orderId: 'a',
    callNumber: '4076',
    status: 'RECEIVED',
    lane: 'new',
    fulfilment: 'pickup',
    orderDate: '2026-11-30T02:00:00Z',
    qty: 1,
    lines: [{ menuId: 'americano', name: text, quantity: 1, options: [] }],
    note,
  } as unknown as Ticket;
  render(<TicketCard ticket={ticket} all={[]} now={Date.parse('2026-11-30T02:00:30Z')} />);
}
const heightOf = (note: string) => screen.getByText(new RegExp(note.slice(0, 20))).clientHeight;

it('shows a short note whole, without a button', () => {
  show('얼음 적게 부탁드려요');
  expect(screen.getByText(/얼음 적게/)).toBeTruthy();
  expect(screen.queryByText('더 보기')).toBeNull();
});

it('shows four lines of a long note, and all of it by a tap', () => {
  show(longNote);
  expect(heightOf(longNote)).toBe(4 * lineHeight);
  const more = screen.getByText('더 보기');
  expect(more.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(more);
  expect(heightOf(longNote)).toBeGreaterThan(4 * lineHeight);
  fireEvent.click(screen.getByText('접기'));
  expect(heightOf(longNote)).toBe(4 * lineHeight);
  expect(screen.getByText(/^접수/)).toBeTruthy();
});

it('has the whole note in the details', () => {
  show(longNote);
  fireEvent.click(screen.getByText('4076'));
  const note = screen.getByRole('dialog').querySelector('.ticket-note');
  expect(note?.textContent).toContain(longNote);
  expect(note?.querySelector('button, .ticket-note-short')).toBeNull();
});
