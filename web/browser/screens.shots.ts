// Pictures of every screen, to look at: `script/web screens [FOLDER]`. Those that the README shows come from here too.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, phone, tablet, test } from './support/fixtures.ts';
import { cafe, type Town } from './support/town.ts';

const folder = process.env.DANGOL_SCREENS ?? 'dist/screens';
const looks = [
  ['ko-KR', 'light'],
  ['en-US', 'light'],
  ['en-US', 'dark'],
] as const;

async function shoot(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.getByText(/^(불러오는 중이에요|Loading)$/)).toHaveCount(0);
  // Lazy pictures further down are not loaded, and would be waited for in vain.
  await page.evaluate(() => {
    const seen = [...document.images].filter((image) => image.getBoundingClientRect().top < window.innerHeight);
    return Promise.all(seen.map((image) => image.decode().catch(() => undefined)));
  });
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

/** A busy hour at the branch, for the customer signed in on `page`. */
async function busy(town: Town, page: Page) {
  const customer = await town.guest();
  await page.evaluate((state) => localStorage.setItem('dangol.session.order', JSON.stringify(state)), customer.session);
  const line = (menuId: string, quantity: number, ...options: string[]) => ({ menuId, quantity, options });
  const latte = line('cafe-latte', 1, 'ice', 'large', 'oat');
  const done = await town.order(customer, [latte]);
  await town.advance(done, 'approve', 'makeStart', 'makeComplete', 'handOver');
  const ready = await town.order(customer, [line('einspanner', 1, 'hot')]);
  await town.advance(ready, 'approve', 'makeStart', 'makeComplete');
  const making = await town.order(customer, [
    line('americano', 2, 'ice', 'large', 'nutty'),
    line('salt-bread', 1, 'warmed'),
  ]);
  await town.advance(making, 'approve', 'makeStart');
  const accepted = await town.order(customer, [line('yuja-tea', 1, 'hot'), latte]);
  await town.advance(accepted, 'approve');
  const placed = await town.order(customer, [line('ssanghwa', 1), line('yakgwa', 2)], { note: '덜 뜨겁게 부탁드려요' });
  const delivery = await town.deliveryOrder(customer, [
    line('vanilla-latte', 2, 'ice', 'regular', 'whole', 'less-sweet'),
  ]);
  await town.ticket(placed);
  const rejected = await town.order(customer, [line('lemonade', 1, 'sweet')]);
  await town.ticket(rejected);
  await (await town.staff()).post(`/cafeOrders/${rejected}/reject`, { reason: 'sold_out' });
  return { done, ready, making, accepted, placed, delivery, rejected };
}

for (const [locale, colorScheme] of looks) {
  const look = `${locale.slice(0, 2)}-${colorScheme}`;
  test(`customer ${look}`, async ({ town, visit }) => {
    test.setTimeout(120_000);
    const page = await visit('/', { device: phone, locale, colorScheme });
    const orders = await busy(town, page);
    const go = async (path: string, name: string) => {
      await page.goto(town.url + path);
      await shoot(page, `order-${name}-${look}`);
    };
    await go('/', 'home');
    await go(`/c/${cafe}`, 'menu');
    await page.getByRole('button', { name: /^(카페 라떼|Caffè latte)/ }).click();
    await shoot(page, `order-item-${look}`);
    await page.getByRole('button', { name: /^(담기|Add)/ }).click();
    await shoot(page, `order-menu-cart-${look}`);
    await go('/cart', 'cart');
    for (const [name, id] of Object.entries(orders)) await go(`/o/${id}`, `status-${name}`);
    await go('/history', 'history');
  });

  test(`café ${look}`, async ({ town, visit }) => {
    test.setTimeout(120_000);
    const page = await visit('/', { device: tablet, locale, colorScheme });
    await busy(town, page);
    await page.goto(await town.link_for('staff', 'minji'));
    await shoot(page, `store-start-${look}`);
    await page.getByRole('button', { name: /^(영업 시작|Start the shift)/ }).click();
    await expect(page.getByRole('article').first()).toBeVisible();
    await shoot(page, `store-board-${look}`);
    for (const section of ['cups', 'soldout', 'menu', 'hours', 'sales', 'settings']) {
      await page.goto(`${town.url}/store/${section}`);
      await shoot(page, `store-${section}-${look}`);
    }
    await page.setViewportSize(phone);
    await page.goto(`${town.url}/store`);
    await shoot(page, `store-phone-${look}`);
  });

  test(`rider ${look}`, async ({ town, visit }) => {
    test.setTimeout(120_000);
    const page = await visit(town.link('rider'), { device: phone, locale, colorScheme });
    await expect(page.getByRole('button', { name: /^(근무 시작|Start)/ })).toBeVisible();
    await shoot(page, `rider-off-${look}`);
    await page.getByRole('button', { name: /^(근무 시작|Start)/ }).click();
    const guest = await town.guest();
    const id = await town.deliveryOrder(guest, [
      { menuId: 'cafe-latte', quantity: 2, options: ['ice', 'large', 'oat'] },
    ]);
    await town.advance(id, 'approve', 'makeStart');
    await expect(page.getByRole('article')).toBeVisible();
    await shoot(page, `rider-offers-${look}`);
    await town.advance(id, 'makeComplete');
    await page.getByRole('button', { name: /^(배차 받기|Accept)/ }).click();
    await expect(page.getByRole('button', { name: /(픽업 완료|Picked up)/ })).toBeVisible();
    await shoot(page, `rider-pickup-${look}`);
    await page.getByRole('button', { name: /(개 확인|checked)/ }).click();
    await page.getByRole('button', { name: /(픽업 완료|Picked up)/ }).click();
    await expect(page.getByRole('textbox').first()).toBeVisible();
    await shoot(page, `rider-deliver-${look}`);
    await page.goto(`${town.url}/rider/earnings`);
    await shoot(page, `rider-earnings-${look}`);
    await page.goto(`${town.url}/rider/settings`);
    await shoot(page, `rider-settings-${look}`);
  });

  test(`operator ${look}`, async ({ town, visit }) => {
    test.setTimeout(120_000);
    const page = await visit('/', { device: { width: 1280, height: 860 }, locale, colorScheme });
    const orders = await busy(town, page);
    await page.goto(await town.link_for('operator', 'sujin'));
    await shoot(page, `ops-home-${look}`);
    await page.goto(`${town.url}/ops/orders/${orders.rejected}`);
    await shoot(page, `ops-order-${look}`);
    for (const section of ['orders', 'cafes', 'people', 'riders', 'money', 'dead-letters', 'audit', 'system']) {
      await page.goto(`${town.url}/ops/${section}`);
      await shoot(page, `ops-${section}-${look}`);
    }
    await page.setViewportSize(phone);
    await page.goto(`${town.url}/ops`);
    await shoot(page, `ops-phone-${look}`);
  });
}
