import { type Cafe, type CafeOrder, serverNow } from '@dangol/api';
import { dateTime } from '@dangol/i18n';
import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Step } from '../live.ts';
import { endOf } from './ended.ts';
import FindOrder from './FindOrder.tsx';

const steps: Step[] = [];
const answers: Record<string, unknown> = {};
vi.mock('../live.ts', () => ({ useSteps: () => steps }));
vi.mock('../services.ts', () => ({
  api: { GET: async (path: string) => ({ data: { items: answers[path] ?? [] }, response: new Response() }) },
}));

const euljiro = { id: 'euljiro', name: { ko: '단골 을지로점', en: '' }, timeZone: 'Asia/Seoul' } as Cafe;
const minute = 60_000;
const ago = (minutes: number) => new Date(serverNow() - minutes * minute).toISOString();
const placed = (status: CafeOrder['status'], orderDate = ago(12)) =>
  ({ orderId: 'a', callNumber: '4076', status, orderDate, lines: [] }) as unknown as CafeOrder;
const event = (type: string, time: string) => ({ type, time });

function open(): void {
  history.replaceState(null, '', '/orders?number=4076');
  answers['/cafes'] = [euljiro];
  render(
    <QueryClientProvider client={new QueryClient()}>
      <FindOrder />
    </QueryClientProvider>,
  );
}
afterEach(() => {
  cleanup();
  steps.length = 0;
  for (const path of Object.keys(answers)) delete answers[path];
});
const row = async () => (await screen.findByRole('link', { name: /4076/ })).textContent;

describe('an order found', () => {
  it('shows how long it has been there while it is open', async () => {
    answers['/cafeOrders'] = [placed('MAKING')];
    open();
    expect(await row()).toContain('12분째');
  });
  it('shows when it ended once it is over', async () => {
    const ended = ago(2 * 24 * 60);
    answers['/cafeOrders'] = [placed('HANDED_OVER', ago(2 * 24 * 60 + 12))];
    answers['/contexts/{context}/events'] = [
      event('CafeOrderAdded', ago(2 * 24 * 60 + 12)),
      event('HandedOver', ended),
    ];
    open();
    expect(await row()).toContain(`${dateTime(ended, 'ko', 'Asia/Seoul')} 종료`);
    expect(await row()).not.toContain('째');
  });
  it('shows nothing where the end is not known', async () => {
    answers['/cafeOrders'] = [placed('REJECTED')];
    open();
    expect(await row()).toMatch(/거절$/);
  });
});

it('shows when an order ended that was seen to end', async () => {
  const step = { orderId: 'a', cafeId: 'euljiro', callNumber: '4076', version: 1, seenAt: serverNow() - 12 * minute };
  steps.push({ ...step, orderStatus: 'COMPLETED' });
  open();
  expect(await row()).toMatch(/(오전|오후) \d+:\d\d 종료$/);
});

it('ends again when somebody comes late after all', () => {
  expect(endOf([event('NotCollected', '1'), event('HandedOver', '2'), event('StepHeld', '3')])).toBe('2');
  expect(endOf([event('CafeOrderAdded', '1')])).toBeUndefined();
});
