// What a customer does on the screens of the order app, as they would say it.
import { expect, type Page } from '@playwright/test';
import { cafe, type Town } from './town.ts';

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
export const payButton = (page: Page) => page.getByRole('button', { name: /결제하기$/ });
export const orderIdOf = (page: Page): string => new URL(page.url()).pathname.replace('/o/', '');

/** From the menu: the item, as it is usually taken, into the cart. */
export async function putIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name} `) }).click(); // 1
  await page.getByRole('button', { name: /^담기 / }).click(); // 2
}

export async function toCart(page: Page): Promise<void> {
  await page.getByRole('link', { name: /주문하기/ }).click(); // 3
  await expect(heading(page, '주문 확인')).toBeVisible();
}

export async function pay(page: Page): Promise<void> {
  await payButton(page).click(); // 4
}

/** At the branch's menu, with nothing ordered yet, to a paid order. */
export async function orderOne(page: Page, name = '아메리카노'): Promise<string> {
  await putIn(page, name);
  await toCart(page);
  await pay(page);
  await expect(heading(page, '매장에서 주문을 확인하고 있어요')).toBeVisible();
  return orderIdOf(page);
}

export async function soldOut(town: Town, menuId: string, on = true): Promise<void> {
  await (await town.staff()).post(`/cafes/${cafe}/soldOut`, { menuId, soldOut: on });
}

interface MenuItem {
  id: string;
  name: { ko: string; en: string };
  price: { amount: number };
  groups: { options: object[] }[];
}

/** The whole menu again, with each item as `change` makes it. */
export async function edit(town: Town, change: (item: MenuItem) => MenuItem): Promise<void> {
  const staff = await town.staff();
  const { items } = (await staff.get(`/cafes/${cafe}/menu`)) as { items: MenuItem[] };
  const asAsked = (value: object) =>
    Object.fromEntries(Object.entries(value).filter(([name]) => !name.startsWith('soldOut')));
  const next = items.map(change).map((item) => ({
    ...asAsked(item),
    groups: item.groups.map((group) => ({ ...group, options: group.options.map(asAsked) })),
  }));
  await staff.put(`/cafes/${cafe}/menu`, { items: next });
}

/** With another price for one item. */
export const reprice = (town: Town, menuId: string, amount: number): Promise<void> =>
  edit(town, (item) => (item.id === menuId ? { ...item, price: { ...item.price, amount } } : item));
