// The customer's first page: what the program serves is what the app draws from the same data, and the app takes it over.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, phone, test } from './support/fixtures.ts';
import { soldOut } from './support/ordering.ts';
import { cafe, type Town } from './support/town.ts';

type Language = 'ko' | 'en';
const languages: readonly Language[] = ['ko', 'en'];

async function served(town: Town, path: string, language: Language) {
  const response = await fetch(town.url + path, { headers: { 'Accept-Language': language } });
  const html = await response.text();
  const boot = JSON.parse(/<script type="application\/json" id="boot">(.*?)<\/script>/s.exec(html)?.[1] ?? '');
  return { html, boot };
}

/** `page` only reads the HTML, since the same can be written in more than one way. */
async function expectAsDrawn(page: Page, town: Town, path: string): Promise<void> {
  for (const language of languages) {
    const { html, boot } = await served(town, path, language);
    const script = join(import.meta.dirname, '../scripts/drawPage.mjs');
    const drawn = execFileSync(process.execPath, [script], { input: JSON.stringify({ path, language, boot }) });
    const [shown, wanted] = await page.evaluate(
      (texts) =>
        texts.map((text) => {
          const app = new DOMParser().parseFromString(text, 'text/html').querySelector('#app');
          return app?.innerHTML.replaceAll('><', '>\n<');
        }),
      [html, `<div id="app">${drawn}</div>`],
    );
    expect(shown, `${path} in ${language}`).toBe(wanted);
    expect(shown?.length, `${path} in ${language}`).toBeGreaterThan(500);
  }
}

test('the branches are served as the app draws them', async ({ town, visit }) => {
  const page = await visit('/history');
  const staff = await town.staff();
  const customer = await town.guest();
  await expectAsDrawn(page, town, '/');
  await town.advance(await town.order(customer), 'approve');
  await expectAsDrawn(page, town, '/');
  await town.advance(
    await town.order(customer, [{ menuId: 'cafe-latte', quantity: 20, options: ['hot', 'regular', 'whole'] }]),
    'approve',
  );
  await expectAsDrawn(page, town, '/');
  await staff.post(`/cafes/${cafe}/pause`, { minutes: 15, reason: '주문이 몰려 <잠시> 쉬어요' });
  await expectAsDrawn(page, town, '/');
  await staff.post(`/cafes/${cafe}/close`);
  await expectAsDrawn(page, town, '/');
});

test('many branches are served as the app draws them, with a search', async ({ town, visit }) => {
  const page = await visit('/history');
  const operator = await town.operator();
  const { address, place, timeZone, secondsPerUnit, stations, delivery } = await operator.get(`/cafes/${cafe}`);
  for (let count = 1; count <= 5; count++) {
    const name = { ko: `${count}호점 & "점"`, en: `No. ${count} <b>` };
    const branch = { id: `branch-${count}`, name, address, place, phone: '02-555-0110' };
    await operator.post('/cafes', { ...branch, timeZone, secondsPerUnit, stations, delivery });
  }
  expect((await served(town, '/', 'ko')).html).toContain('type="search"');
  await expectAsDrawn(page, town, '/');
});

test('a menu is served as the app draws it', async ({ town, visit }) => {
  const page = await visit('/history');
  const staff = await town.staff();
  const customer = await town.guest();
  await expectAsDrawn(page, town, `/c/${cafe}`);
  await soldOut(town, 'americano');
  await town.advance(
    await town.order(customer, [{ menuId: 'cafe-latte', options: ['hot', 'regular', 'whole'] }]),
    'approve',
  );
  await expectAsDrawn(page, town, `/c/${cafe}`);
  await staff.post(`/cafes/${cafe}/pause`, { minutes: 15, reason: '주문이 몰려 <잠시> 쉬어요' });
  await expectAsDrawn(page, town, `/c/${cafe}`);
  await staff.post(`/cafes/${cafe}/pause`, { minutes: 15 });
  await expectAsDrawn(page, town, `/c/${cafe}`);
  await staff.post(`/cafes/${cafe}/close`);
  await expectAsDrawn(page, town, `/c/${cafe}`);
  await staff.put(`/cafes/${cafe}/menu`, { items: [] });
  await expectAsDrawn(page, town, `/c/${cafe}`);
  await expectAsDrawn(page, town, '/c/nowhere');
});

test('without a script the first page shows the branches, and a branch its menu', async ({ town, browser }) => {
  const context = await browser.newContext({ viewport: phone, locale: 'ko-KR', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(town.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('어느 매장에서 주문할까요?');
  await page.getByRole('link', { name: /단골 을지로점/ }).click();
  await expect(page.getByRole('button', { name: /^아메리카노 / })).toContainText('4,300원');
  await expect(page.getByText(/지금 약 .*분 · 대기 없음/)).toBeVisible();
  await context.close();
});

for (const path of ['/', `/c/${cafe}`, '/c/nowhere']) {
  test(`the app takes ${path} over as it is, and nothing moves`, async ({ town, visit }) => {
    const page = await visit('/history');
    await page.addInitScript(() => {
      const kept = window as unknown as { served: Element[]; shift: number };
      kept.shift = 0;
      document.addEventListener('readystatechange', () => {
        kept.served ??= [...document.querySelectorAll('#app *')];
      });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) kept.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(town.url + path);
    await expect(page.getByRole('button', { name: 'Read in English' })).toBeVisible();
    if (path === `/c/${cafe}`) await expect(page.getByRole('button', { name: /^아메리카노 / })).toBeEnabled();
    await expect(page).toHaveTitle(/ · 단골$/); // an effect of the app
    const { served, lost, shift } = await page.evaluate(() => {
      const kept = window as unknown as { served: Element[]; shift: number };
      const gone = kept.served.filter((element) => !element.isConnected);
      return { served: kept.served.length, lost: gone.map((element) => element.outerHTML), shift: kept.shift };
    });
    expect(served).toBeGreaterThan(10);
    expect(lost).toEqual([]);
    expect(shift).toBe(0);
  });
}

test('an address that has nothing is a page to a person and JSON to a program', async ({ town, visit }) => {
  const ask = (accept: string) => fetch(`${town.url}/nowhere/at/all`, { headers: { Accept: accept } });
  const [person, program] = await Promise.all([ask('text/html,application/xhtml+xml;q=0.9'), ask('*/*')]);
  expect([person.status, person.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect([program.status, program.headers.get('content-type')]).toEqual([404, 'application/problem+json']);

  const page = await visit('/nowhere/at/all', { forgive: /404/ });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('찾을 수 없는 페이지예요');
  await page.getByRole('link', { name: '매장 고르기' }).click();
  await expect(page).toHaveURL(`${town.url}/`);
});
