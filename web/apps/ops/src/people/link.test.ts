import type { Account } from '@dangol/api';
import { expect, it } from 'vitest';
import { peopleLike, signInLink } from './link.ts';

it('leads each role into its own app, with the code where no server sees it', () => {
  expect(signInLink('https://cafe.example', 'staff', 'a-b_c')).toBe('https://cafe.example/store#code=a-b_c');
  expect(signInLink('https://cafe.example', 'rider', 'x')).toBe('https://cafe.example/rider#code=x');
  expect(signInLink('https://cafe.example', 'operator', 'a&b')).toBe('https://cafe.example/ops#code=a%26b');
});

const person = (displayName: string, role: Account['role'], status: Account['status'] = 'active'): Account => ({
  accountId: displayName,
  loginName: `login-${displayName}`,
  displayName,
  role,
  cafes: [],
  status,
  registeredAt: '',
});

it('finds people by name or login name and by role; those who cannot sign in come last', () => {
  const all = [person('가람', 'staff', 'disabled'), person('Minji', 'staff'), person('도윤', 'rider')];
  const names = (role: Account['role'] | undefined, text: string) =>
    peopleLike(all, { role, text }).map(({ displayName }) => displayName);
  expect(names(undefined, '')).toEqual(['도윤', 'Minji', '가람']);
  expect(names(undefined, ' minji ')).toEqual(['Minji']);
  expect(names('rider', '')).toEqual(['도윤']);
  expect(names('rider', '가람')).toEqual([]);
});
