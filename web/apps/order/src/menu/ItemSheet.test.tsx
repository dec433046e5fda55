import type { MenuItem } from '@dangol/api';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ItemSheet } from './ItemSheet.tsx';

const item = {
  id: 'tea',
  name: { ko: '유자차', en: 'Yuja tea' },
  description: { ko: '', en: '' },
  price: { amount: 5_000, currency: 'KRW' },
  image: '',
  soldOut: false,
  groups: [],
} as unknown as MenuItem;

const onAdd = vi.fn();
const onClose = vi.fn();
/** As the browser does it: a moment later. */
const goBack = vi.fn();
const wentBack = () => {
  history.replaceState(null, '');
  return fireEvent(window, new PopStateEvent('popstate'));
};

beforeEach(() => {
  for (const mock of [onAdd, onClose, goBack]) mock.mockClear();
  history.replaceState(null, '', '/c/euljiro');
  vi.spyOn(history, 'back').mockImplementation(goBack);
  render(<ItemSheet item={item} onAdd={onAdd} onClose={onClose} />);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('is closed by the browser’s back, and the menu stays', async () => {
  expect(history.state).toMatchObject({ dangolOver: true });
  expect(location.pathname).toBe('/c/euljiro');
  await act(() => void wentBack());
  expect(onClose).toHaveBeenCalledOnce();
  expect(onAdd).not.toHaveBeenCalled();
});

it('leaves no entry behind when it is closed by ✕', () => {
  fireEvent.click(screen.getByLabelText('닫기'));
  expect(goBack).toHaveBeenCalledOnce();
  expect(onClose).not.toHaveBeenCalled();
  wentBack();
  expect(onClose).toHaveBeenCalledOnce();
  expect(onAdd).not.toHaveBeenCalled();
});

it('puts in once, however often it is tapped until it has closed', () => {
  const put = screen.getByText(/^담기/);
  fireEvent.click(put);
  fireEvent.click(put);
  expect(goBack).toHaveBeenCalledOnce();
  wentBack();
  expect(onAdd).toHaveBeenCalledExactlyOnceWith([], 1);
  expect(onClose).toHaveBeenCalledOnce();
});

it('goes back when something else takes it away', () => {
  cleanup();
  expect(goBack).toHaveBeenCalledOnce();
});
