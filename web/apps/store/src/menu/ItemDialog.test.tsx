import type { MenuItem } from '@dangol/api';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LeaveGuard } from '../shell/LeaveGuard.tsx';
import { ItemDialog } from './ItemDialog.tsx';

vi.mock('./PictureField.tsx', () => ({ PictureField: () => null }));

const coffee = { ko: '커피', en: 'Coffee' };
const americano = {
  id: 'americano',
  name: { ko: '아메리카노', en: 'Americano' },
  description: { ko: '', en: '' },
  category: coffee,
  price: { amount: 4_300, currency: 'KRW' },
  units: 1,
  image: '',
  groups: [],
} as unknown as MenuItem;

const onClose = vi.fn();
beforeEach(() => {
  onClose.mockClear();
  const props = { categories: [coffee], currency: 'KRW', busy: false, onChange: () => undefined, onClose };
  render(
    <LeaveGuard>
      <ItemDialog item={americano} {...props} />
    </LeaveGuard>,
  );
});
afterEach(cleanup);

const editor = () => screen.getByRole<HTMLDialogElement>('dialog', { name: '아메리카노 수정' });
const question = () => screen.queryByRole('dialog', { name: '저장하지 않고 나갈까요?' });
const type = () => fireEvent.input(screen.getByLabelText('이름 (한국어)'), { target: { value: '아메리카노 진하게' } });
const ways: [string, () => void][] = [
  ['✕', () => void fireEvent.click(within(editor()).getByLabelText('닫기'))],
  ['Escape', () => void fireEvent(editor(), new Event('cancel', { cancelable: true }))],
  ['a tap beside it', () => void fireEvent.click(editor())],
];

it.each(ways)('closes at once by %s when nothing was changed', (_, close) => {
  close();
  expect(question()).toBeNull();
  expect(onClose).toHaveBeenCalled();
});

it.each(ways)('asks before %s loses a change', (_, close) => {
  type();
  close();
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.click(screen.getByText('계속 수정하기'));
  expect(question()).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>('이름 (한국어)').value).toBe('아메리카노 진하게');
  close();
  fireEvent.click(screen.getByText('저장하지 않고 나가기'));
  expect(question()).toBeNull();
  expect(onClose).toHaveBeenCalledOnce();
});

it('asks nothing any more once the change is taken back', () => {
  type();
  fireEvent.input(screen.getByLabelText('이름 (한국어)'), { target: { value: '아메리카노' } });
  fireEvent.click(within(editor()).getByLabelText('닫기'));
  expect(onClose).toHaveBeenCalled();
});
