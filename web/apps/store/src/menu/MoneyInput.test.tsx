import type { Money } from '@dangol/api';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { MoneyInput } from './MoneyInput.tsx';

afterEach(cleanup);

function shown(value: Money, signed = false) {
  const heard: Money[] = [];
  render(<MoneyInput label="가격" value={value} signed={signed} onValue={(money) => heard.push(money)} />);
  const field = screen.getByLabelText<HTMLInputElement>(/^가격/);
  return { field, heard, type: (text: string) => fireEvent.input(field, { target: { value: text } }) };
}

it('takes 4.50 dollars for 450 cents', () => {
  const { field, heard, type } = shown({ amount: 500, currency: 'USD' });
  expect(field.value).toBe('5.00');
  type('4.50');
  expect(heard.at(-1)).toEqual({ amount: 450, currency: 'USD' });
});

it('takes whole won, and says that half a won is none', () => {
  const { heard, type } = shown({ amount: 4_500, currency: 'KRW' });
  type('0');
  expect(heard.at(-1)).toEqual({ amount: 0, currency: 'KRW' });
  type('4800');
  expect(heard.at(-1)).toEqual({ amount: 4_800, currency: 'KRW' });
  type('4.5');
  expect(heard.at(-1)?.amount).toBeNaN();
  expect(screen.getByRole('alert').textContent).toBe('금액을 다시 확인해 주세요.');
});

it('takes less than nothing only of an option', () => {
  const price = shown({ amount: Number.NaN, currency: 'KRW' });
  expect(price.field.value).toBe('');
  expect(screen.queryByRole('alert')).toBeNull();
  price.type('-500');
  expect(price.heard.at(-1)?.amount).toBeNaN();
  cleanup();
  const option = shown({ amount: 0, currency: 'KRW' }, true);
  option.type('-500');
  expect(option.heard.at(-1)).toEqual({ amount: -500, currency: 'KRW' });
});

it('says its unit, and asks for a keyboard that has what is typed', () => {
  const keyboard = (currency: string, signed = false) => {
    const { field } = shown({ amount: 500, currency }, signed);
    const label = field.labels?.[0]?.textContent;
    cleanup();
    return [label, field.inputMode];
  };
  expect(keyboard('KRW')).toEqual(['가격 (원)', 'numeric']);
  expect(keyboard('USD')).toEqual(['가격 (USD)', 'decimal']);
  expect(keyboard('KRW', true)).toEqual(['가격 (원)', 'text']); // many number pads have no minus
});
