import type { Delivery } from '@dangol/api';
import { setLanguage } from '@dangol/i18n';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Offers } from './Offers.tsx';

vi.mock('../services.ts', () => ({ queries: {} }));
vi.mock('../work/deliveries.ts', () => ({ useClaim: () => ({ mutate: () => undefined, isPending: false }) }));
vi.mock('../work/shift.ts', () => ({ useChangeShift: () => ({}) }));
vi.mock('./Screen.tsx', () => ({ Screen: ({ children }: { children: preact.ComponentChildren }) => children }));

afterEach(() => {
  cleanup();
  setLanguage('ko');
});

const place = { latitude: 37.5665, longitude: 126.9911 };
function show(qty: number): string | null {
  const cafe = { name: { ko: '단골 을지로점', en: 'Dangol Euljiro' }, place };
  const offer = { deliveryId: 'a', cafe, area: place, qty, fee: { amount: 3_000, currency: 'KRW' }, ready: false };
  const nothing = () => undefined;
  const rest = { tabs: null, error: null, place, located: true, room: 2, most: 2, onClaimed: nothing };
  render(<Offers offers={[offer as unknown as Delivery]} {...rest} />);
  return screen.getByRole('heading', { level: 2 }).textContent;
}

it('counts items, of which not all are drinks', () => {
  expect(show(1)).toBe('단골 을지로점 · 1개');
  cleanup();
  setLanguage('en');
  expect(show(1)).toBe('Dangol Euljiro · 1 item');
  cleanup();
  expect(show(3)).toBe('Dangol Euljiro · 3 items');
});
