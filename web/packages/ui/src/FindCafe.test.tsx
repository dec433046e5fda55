import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { FindCafe } from './FindCafe.tsx';

afterEach(cleanup);

const branch = (number: number) => ({
  name: { ko: `${number}호점`, en: `Branch ${number}` },
  address: `서울 ${number}길`,
});
function Shown({ count }: { count: number }) {
  const cafes = Array.from({ length: count }, (_, index) => branch(index + 1));
  return (
    <FindCafe cafes={cafes}>
      {(found) => (
        <ul>
          {found.map(({ name }) => (
            <li key={name.en}>{name.ko}</li>
          ))}
        </ul>
      )}
    </FindCafe>
  );
}
const names = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);
const field = () => screen.queryByLabelText<HTMLInputElement>('매장 이름이나 주소로 찾기');

it('finds any of 110 branches by name or address, in either language', () => {
  render(<Shown count={110} />);
  expect(names()).toHaveLength(110);
  const input = field();
  if (!input) throw new Error('no field');
  for (const [wanted, found] of [
    ['branch 110', '110호점'],
    ['서울 51길', '51호점'],
  ] as const) {
    fireEvent.input(input, { target: { value: wanted } });
    expect(names()).toEqual([found]);
  }
  fireEvent.input(input, { target: { value: '부산' } });
  expect(screen.getByText('찾는 매장이 없어요. 다른 이름으로 찾아보세요.')).toBeTruthy();
});

it('asks nothing where there are few', () => {
  render(<Shown count={3} />);
  expect(names()).toHaveLength(3);
  expect(field()).toBeNull();
});
