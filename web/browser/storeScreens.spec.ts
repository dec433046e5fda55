// Every screen of the café's app: accessible, nothing lost on small screens and with large letters, everything large enough.
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, phone, tablet, test } from './support/fixtures.ts';
import { expectNothingLost, expectTargets } from './support/layout.ts';
import { americano, type Town } from './support/town.ts';

const sections = ['', '/cups', '/soldout', '/menu', '/hours', '/sales', '/settings'];
const smallest = 44;

async function busyBar(town: Town): Promise<void> {
  const guest = await town.guest();
  for (const steps of [[], ['approve'], ['approve', 'makeStart'], ['approve', 'makeStart', 'makeComplete']]) {
    const id = await town.order(guest, [{ ...americano, quantity: 2 }], { note: '얼음 적게 부탁드려요 '.repeat(12) });
    await town.advance(id, ...steps);
  }
  await town.advance(await town.deliveryOrder(guest), 'approve', 'makeStart', 'makeComplete');
  const hours = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens: 0, closes: 1_800 - 360 }));
  await (await town.staff()).put('/cafes/euljiro/hours', { hours });
}

async function eachScreen(page: Page, look: (where: string) => Promise<void>): Promise<void> {
  await expect(page.getByTestId('opening')).toBeVisible(); // signed in
  for (const section of sections) {
    await page.goto(new URL(`/store${section}`, page.url()).href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.getByTestId('opening')).toBeVisible();
    await expect(page.getByRole('main').getByText(/불러오는 중|Loading/)).toHaveCount(0);
    if (section === '') {
      await look('the start of the shift');
      await page.getByRole('main').getByRole('button').first().click();
      await expect(page.getByRole('article').first()).toBeVisible();
    }
    await look(`/store${section}`);
  }
}

for (const locale of ['ko-KR', 'en-US'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`accessible in ${locale}, ${colorScheme}`, async ({ town, visit }) => {
      await busyBar(town);
      const link = await town.link_for('staff', 'minji');
      const page = await visit(link, { locale, colorScheme, device: colorScheme === 'light' ? tablet : phone });
      await expectAccessible(page, 'before it is begun');
      await eachScreen(page, (where) => expectAccessible(page, where));
    });
  }
  test(`nothing is lost in ${locale}, and all is large enough`, async ({ town, visit }) => {
    await busyBar(town);
    const link = await town.link_for('staff', 'minji');
    const page = await visit(link, { locale, device: { width: 320, height: 640 } });
    await eachScreen(page, async (where) => {
      await expectTargets(page, smallest, where);
      await expectNothingLost(page, where);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      await expectNothingLost(page, `${where} at 200 %`);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '';
      });
    });
  });
}

test('the dialogs too', async ({ town, visit }) => {
  await busyBar(town);
  const page = await visit(await town.link_for('staff', 'minji'), { device: { width: 320, height: 640 } });
  const close = () => page.getByRole('dialog').getByRole('button', { name: '닫기' }).click();
  const look = async (where: string) => {
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, where);
    await expectNothingLost(page, where);
  };
  await page.getByRole('button', { name: '영업 시작' }).click();
  await page.getByRole('button', { name: '거절' }).click();
  await look('reject');
  await close();
  await page
    .getByRole('button', { name: /자세히$/ })
    .first()
    .click();
  await look('details');
  await close();
  await page.getByRole('button', { name: '지난 주문' }).click();
  await look('past orders');
  await close();
  await page.getByRole('button', { name: '일시중지' }).click();
  await look('pause');
  await close();
  await page.getByRole('navigation').getByRole('link', { name: '메뉴 관리' }).click();
  await page.getByRole('button', { name: '카페 라떼 수정' }).click();
  await look('item');
  await page.getByRole('dialog').getByLabel('이름 (한국어)', { exact: true }).fill('라떼');
  await close();
  await page.getByRole('dialog', { name: '저장하지 않고 나갈까요?' }).waitFor();
  await expectAccessible(page, 'leaving unsaved');
  await expectNothingLost(page, 'leaving unsaved');
  await page.getByRole('button', { name: '저장하지 않고 나가기' }).click();
  await page.getByRole('navigation').getByRole('link', { name: '설정' }).click();
  await page.getByRole('button', { name: '영업 종료' }).click();
  await expect(page.getByRole('dialog')).toContainText('아직 끝나지 않은 주문이 5건 있어요');
  await look('closing with open orders');
});

test('the sign-in screen', async ({ visit }) => {
  const page = await visit('/store', { device: tablet });
  await expect(page.getByRole('heading', { name: '매장 로그인' })).toBeVisible();
  await expectAccessible(page, 'sign in');
});
