import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Link } from 'wouter-preact';
import { LeaveGuard } from '../shell/LeaveGuard.tsx';
import Hours from './Hours.tsx';

const hours = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens: 480, closes: 1_320 }));
vi.mock('../cafe.ts', () => ({
  useCafe: () => ({ data: { hours, tag: '1' } }),
  useCafeCommand: () => ({ mutate: () => undefined, isPending: false }),
}));
vi.mock('../services.ts', () => ({ api: {} }));

beforeEach(() => {
  history.pushState(null, '', '/store/hours');
  render(
    <LeaveGuard>
      <Link href="/store/sales">매출</Link>
      <Link href="/store/hours">영업시간 화면</Link>
      <Hours />
    </LeaveGuard>,
  );
});
afterEach(cleanup);

const dayOff = () => fireEvent.click(screen.getByRole('switch', { name: '일요일 영업' }));
const question = () => screen.queryByRole('dialog', { name: '저장하지 않고 나갈까요?' });
function reload(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return !event.defaultPrevented;
}

it('is left at once when nothing was changed', () => {
  expect(reload()).toBe(true);
  fireEvent.click(screen.getByText('매출'));
  expect(question()).toBeNull();
  expect(location.pathname).toBe('/store/sales');
});

it('asks before another screen loses a change', () => {
  dayOff();
  fireEvent.click(screen.getByText('매출'));
  expect(location.pathname).toBe('/store/hours');
  fireEvent.click(screen.getByText('계속 수정하기'));
  expect(question()).toBeNull();
  expect(screen.getByRole('switch', { name: '일요일 영업' }).getAttribute('aria-checked')).toBe('false');
  fireEvent.click(screen.getByText('영업시간 화면'));
  expect(question(), 'the same screen loses nothing').toBeNull();
  fireEvent.click(screen.getByText('매출'));
  fireEvent.click(screen.getByText('저장하지 않고 나가기'));
  expect(location.pathname).toBe('/store/sales');
});

it('asks before a reload, and before the browser goes back', () => {
  dayOff();
  expect(reload()).toBe(false);
  history.replaceState(null, '', '/store/menu'); // as the browser has gone back when it says so
  fireEvent(window, new PopStateEvent('popstate'));
  expect(location.pathname).toBe('/store/hours');
  expect(question()).toBeTruthy();
  fireEvent.click(screen.getByText('계속 수정하기'));
});

it('takes the question back when the change was saved meanwhile', () => {
  dayOff();
  fireEvent.click(screen.getByText('매출'));
  expect(question()).toBeTruthy();
  fireEvent.click(screen.getByText('취소'));
  expect(question()).toBeNull();
});

it('asks nothing any more once the change is dropped', () => {
  dayOff();
  fireEvent.click(screen.getByText('취소'));
  expect(reload()).toBe(true);
  fireEvent.click(screen.getByText('매출'));
  expect(location.pathname).toBe('/store/sales');
});
