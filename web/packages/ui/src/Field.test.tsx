import { limits } from '@dangol/api';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { TextArea, TextInput } from './Field.tsx';

afterEach(cleanup);

function Form({ limit, area }: { limit?: number; area?: boolean }) {
  const [text, setText] = useState('');
  const Kind = area ? TextArea : TextInput;
  return (
    <>
      <Kind label="요청" hint="적어 주세요" value={text} limit={limit} onValue={setText} />
      <output>{[...text].length}</output>
    </>
  );
}
const field = () => screen.getByLabelText<HTMLInputElement>('요청');
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const count = () => screen.getByRole('status').textContent;

describe.each([false, true])('a field with a limit (of several lines: %s)', (area) => {
  it('takes as many characters as the server does, and says so when it is full', () => {
    render(<Form limit={limits.note} area={area} />);
    type('가'.repeat(167));
    expect(count()).toBe('167');
    expect(screen.getByText('적어 주세요')).toBeTruthy();
    type('가'.repeat(450));
    expect(screen.getByText('500자 중 450자')).toBeTruthy();
    type('가'.repeat(501));
    expect(count()).toBe('500');
    expect(field().value).toBe('가'.repeat(500));
    expect(screen.getByText('500자까지 쓸 수 있어요')).toBeTruthy();
    type('가'.repeat(502));
    expect(field().value).toBe('가'.repeat(500));
  });
  it('counts characters as people do, and never cuts one in two', () => {
    render(<Form limit={limits.note} area={area} />);
    type('☕🧋'.repeat(250));
    expect(count()).toBe('500');
    type('🧋'.repeat(450));
    expect(screen.getByText('500자 중 450자')).toBeTruthy();
    type('🧋'.repeat(600));
    expect(field().value).toBe('🧋'.repeat(500));
  });
  it('takes anything without a limit', () => {
    render(<Form area={area} />);
    type('가'.repeat(3_000));
    expect(count()).toBe('3000');
  });
});
