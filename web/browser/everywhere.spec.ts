// What holds on every screen of all four apps: WCAG 2.2 A and AA as far as a program can tell, in both languages, light and
// dark; nothing lost at 320 px and with text twice as large; targets that a thumb or a wet hand meets.
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, phone, tablet, test } from './support/fixtures.ts';
import { expectNothingLost, expectTargets } from './support/layout.ts';
import { cafe, type Town } from './support/town.ts';

type App = 'order' | 'store' | 'rider' | 'ops';
const device = { order: phone, store: tablet, rider: phone, ops: tablet } as const;
const least = { order: 44, store: 44, rider: 44, ops: 44 } as const;

interface World {
  town: Town;
  orders: { placed: string; making: string; ready: string; done: string; rejected: string };
}
const screens: Record<App, (world: World) => string[]> = {
  order: ({ orders }) => [
    '/',
    `/c/${cafe}`,
    '/c/nowhere',
    '/nowhere',
    '/cart',
    '/history',
    ...Object.values(orders).map((id) => `/o/${id}`),
  ],
  store: () => ['', '/cups', '/soldout', '/menu', '/hours', '/sales', '/settings'].map((section) => `/store${section}`),
  rider: () => ['/rider', '/rider/earnings', '/rider/settings'],
  ops: ({ orders }) => [
    '/ops',
    '/ops/orders',
    `/ops/orders/${orders.done}`,
    ...['cafes', 'people', 'riders', 'money', 'dead-letters', 'audit', 'system'].map((section) => `/ops/${section}`),
  ],
};

/** A day's worth of orders, one at each step. */
async function populate(town: Town, session: { page: Page }): Promise<World> {
  const customer = await town.guest();
  await session.page.evaluate(
    (state) => localStorage.setItem('dangol.session.order', JSON.stringify(state)),
    customer.session,
  );
  const [placed, making, ready, done, rejected] = await Promise.all([
    town.deliveryOrder(customer),
    town.order(customer),
    town.order(customer),
    town.order(customer),
    town.order(customer),
  ]);
  await town.advance(making, 'approve', 'makeStart');
  await town.advance(ready, 'approve', 'makeStart', 'makeComplete');
  await town.advance(done, 'approve', 'makeStart', 'makeComplete', 'handOver');
  await town.ticket(rejected);
  await (await town.staff()).post(`/cafeOrders/${rejected}/reject`, { reason: 'sold_out', note: '우유가 떨어졌어요' });
  return { town, orders: { placed, making, ready, done, rejected } };
}

async function enter(app: App, town: Town, page: Page): Promise<void> {
  if (app === 'order') return;
  await page.goto(
    app === 'rider' ? town.link('rider') : await town.link_for(app === 'ops' ? 'operator' : 'staff', `${app}-tester`),
  );
  await expect(page.getByRole('textbox', { name: /일회용 코드|One-time code/ })).toHaveCount(0);
  const begin = page.getByRole('button', { name: /^(영업 시작|Start the shift)/ });
  if (app === 'store') await begin.click();
}

/** Nothing is being fetched any more, as far as the screen says. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.getByText(/^(불러오는 중이에요|Loading)$/)).toHaveCount(0);
}

for (const app of Object.keys(screens) as App[]) {
  for (const [locale, colorScheme] of [
    ['ko-KR', 'light'],
    ['en-US', 'dark'],
  ] as const) {
    test(`${app}, ${locale}, ${colorScheme}: accessible, and large enough to tap`, async ({ town, visit }) => {
      test.setTimeout(180_000);
      const page = await visit('/', { device: device[app], locale, colorScheme });
      const world = await populate(town, { page });
      await enter(app, town, page);
      for (const address of screens[app](world)) {
        await page.goto(town.url + address);
        await settled(page);
        const where = `${address} ${locale} ${colorScheme}`;
        await expectAccessible(page, where);
        await expectTargets(page, least[app], where);
        expect(await page.locator('html').getAttribute('lang'), where).toBe(locale.slice(0, 2));
        expect(await page.title(), where).not.toBe('');
      }
    });
  }

  test(`${app}: nothing is lost at 320 px, nor with text twice as large`, async ({ town, visit }) => {
    test.setTimeout(180_000);
    const page = await visit('/', { device: { width: 320, height: 640 } });
    const world = await populate(town, { page });
    await enter(app, town, page);
    for (const address of screens[app](world)) {
      await page.goto(town.url + address);
      await settled(page);
      await expectNothingLost(page, `${address} at 320 px`);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    for (const address of screens[app](world)) {
      await page.goto(town.url + address);
      await settled(page);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      await expectNothingLost(page, `${address} with text at 200 %`);
    }
  });
}
