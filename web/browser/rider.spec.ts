// The rider's app: a whole job, with and without a network, and what becomes of it meanwhile.
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { expectNothingLost, expectTargets } from './support/layout.ts';
import { type Person, until } from './support/people.ts';
import type { Town } from './support/town.ts';

const noNetwork = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_FAILED|Failed to fetch/;

/** An order to be brought, as far as the branch has got with it. */
async function brought(town: Town, ...steps: string[]): Promise<{ id: string; pin: string; guest: Person }> {
  const guest = await town.guest();
  const id = await town.deliveryOrder(guest);
  await town.advance(id, ...steps);
  const { destination } = await guest.get(`/orders/${id}`);
  return { id, pin: destination.pin, guest };
}
const toBePickedUp = (town: Town) => brought(town, 'approve', 'makeStart', 'makeComplete');

const start = (page: Page) => page.getByRole('button', { name: '근무 시작' }).click();
const claim = (page: Page) =>
  page
    .getByRole('button', { name: /^배차 받기/ })
    .first()
    .click();
const check = (page: Page) => page.getByRole('button', { name: /개 확인/ }).click();
const pickUp = (page: Page) => page.getByRole('button', { name: '픽업 완료' }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** The boxes may be tapped anywhere; the digits go on by themselves. */
async function typePin(page: Page, pin: string): Promise<void> {
  await page.getByRole('textbox', { name: '4자리 중 1번째' }).click();
  await page.keyboard.type(pin);
}
const wrong = (pin: string) => (pin === '0000' ? '1111' : '0000');

test('a whole job takes five taps at most', async ({ town, visit }) => {
  const page = await visit(town.link('rider'));
  await start(page);
  await expect(heading(page, '주변 배달')).toBeVisible();
  await expect(page.getByText('지금은 주변에 배달이 없어요')).toBeVisible();
  const { id, pin } = await brought(town, 'approve', 'makeStart');

  await expect(page.getByRole('article')).toContainText('3,000원');
  await expect(page.getByRole('article')).toContainText('단골 을지로점');
  await claim(page); // 1
  await expect(heading(page, '매장에서 픽업하세요')).toBeFocused();
  await expect(page.getByText('아직 제조 중이에요')).toBeVisible();
  await town.advance(id, 'makeComplete');
  const { callNumber } = await (await town.staff()).get(`/cafeOrders/${id}`);
  await expect(page.getByText(callNumber, { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '픽업 완료' })).toBeDisabled();
  await check(page); // 2
  await pickUp(page); // 3
  await expect(heading(page, '고객에게 전달하세요')).toBeVisible();
  await expect(page.getByText('서울 중구 을지로 100')).toBeVisible();
  await expect(page.getByRole('link', { name: '고객에게 전화 010-1234-5678' })).toHaveAttribute('href', /^tel:/);
  await typePin(page, pin); // 4
  await expect(page.getByText('배달을 완료했어요 · 3,000원')).toBeVisible();
  await expect(heading(page, '주변 배달')).toBeVisible();

  await page.getByRole('link', { name: '수입' }).click();
  await expect(page.getByRole('region', { name: '합계' })).toContainText('3,000원');
  await expect(page.getByRole('listitem')).toContainText('단골 을지로점');
});

test('a wrong PIN says so, and the next is typed at once', async ({ town, visit }) => {
  const page = await visit(town.link('rider'));
  await start(page);
  const { id, pin, guest } = await toBePickedUp(town);
  await claim(page);
  await check(page);
  await pickUp(page);
  await typePin(page, wrong(pin));
  await expect(page.getByRole('alert')).toContainText('4번 더 시도할 수 있어요');
  await expect(page.getByRole('textbox', { name: '4자리 중 1번째' })).toBeFocused();
  await page.keyboard.type(pin);
  await expect(page.getByText('배달을 완료했어요')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect((await guest.get(`/deliveries/${id}`)).status).toBe('DELIVERED');
});

test('steps without a network outlive a reload, and arrive in order', async ({ town, visit }) => {
  const page = await visit(town.link('rider'), { forgive: noNetwork });
  await start(page);
  const { id, pin, guest } = await toBePickedUp(town);
  await claim(page);
  await expect(heading(page, '매장에서 픽업하세요')).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await expect(page.getByRole('button', { name: /개 확인/ })).toBeVisible();

  await page.context().setOffline(true);
  await check(page);
  await pickUp(page);
  await expect(heading(page, '고객에게 전달하세요')).toBeVisible();
  await expect(page.getByText('전송 대기 1건')).toBeVisible();
  await page.reload();
  await expect(heading(page, '고객에게 전달하세요')).toBeVisible();
  await expect(page.getByText('서울 중구 을지로 100')).toBeVisible();
  await typePin(page, pin);
  await expect(page.getByText('전송 대기 2건')).toBeVisible();
  // What is sent while a page closes gets past the test's cut: the first step may have arrived, and is sent again.
  expect((await guest.get(`/deliveries/${id}`)).status).not.toBe('DELIVERED');

  await page.context().setOffline(false);
  await until('the delivery', async () => (await guest.get(`/deliveries/${id}`)).status === 'DELIVERED');
  await expect(page.getByText('전송 대기')).toHaveCount(0);
});

test('a step that is refused after the network is back is told', async ({ town, visit }) => {
  const page = await visit(town.link('rider'), { forgive: noNetwork });
  await start(page);
  const { pin } = await toBePickedUp(town);
  await claim(page);
  await check(page);
  await pickUp(page);
  await expect(heading(page, '고객에게 전달하세요')).toBeVisible();
  await page.context().setOffline(true);
  await typePin(page, wrong(pin));
  await expect(page.getByText('전송 대기 1건')).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole('alert')).toContainText('PIN이 달라요');
  await expect(heading(page, '고객에게 전달하세요')).toBeVisible();
});

test('an order that ends while it is in hand is told', async ({ town, visit }) => {
  const page = await visit(town.link('rider'));
  await start(page);
  const { id } = await brought(town, 'approve', 'makeStart');
  await claim(page);
  await expect(heading(page, '매장에서 픽업하세요')).toBeVisible();
  await (await town.staff()).post(`/cafeOrders/${id}/abort`, { reason: 'sold_out' });
  await expect(page.getByRole('alert')).toContainText('주문이 취소되어 배달이 끝났어요');
  await expect(heading(page, '주변 배달')).toBeVisible();
  await page.getByRole('button', { name: '확인' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('an order that is canceled on the way is brought back to the café', async ({ town, visit }) => {
  const page = await visit(town.link('rider'));
  await start(page);
  const { id } = await toBePickedUp(town);
  await claim(page);
  await check(page);
  await pickUp(page);
  await expect(heading(page, '고객에게 전달하세요')).toBeVisible();
  const operator = await town.operator();
  await until('the start', async () => (await operator.get(`/deliveries/${id}`)).status === 'PICKED_UP');
  await operator.post(`/orders/${id}/forceCancel`, { reason: '고객이 받을 수 없어요' });
  await expect(page.getByRole('alert')).toContainText('음료를 매장으로 돌려주세요');
  await expect(page.getByRole('alert')).toContainText('단골 을지로점');
});

test('a delivery is given back only after a question', async ({ town, visit }) => {
  const page = await visit(town.link('rider'));
  await start(page);
  const { id, guest } = await brought(town, 'approve', 'makeStart');
  await claim(page);
  await page.getByRole('button', { name: '배차 취소' }).click();
  const question = page.getByRole('dialog', { name: '배차를 취소할까요?' });
  await question.getByRole('button', { name: '배차 취소' }).click();
  await expect(heading(page, '주변 배달')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect((await guest.get(`/deliveries/${id}`)).status).toBe('OFFERED');
});

test('two deliveries at once: what is on board comes first, the other is a tap away', async ({ town, visit }) => {
  const page = await visit(town.link('rider'));
  await start(page);
  await toBePickedUp(town);
  await claim(page);
  await toBePickedUp(town);
  await page.getByRole('button', { name: '주변 배달 1건' }).click();
  await claim(page);
  await check(page);
  await pickUp(page);
  await expect(heading(page, '고객에게 전달하세요')).toBeVisible();
  await page.getByRole('button', { name: /^\S+ 픽업$/ }).click();
  await expect(heading(page, '매장에서 픽업하세요')).toBeVisible();
});

test('a phone that does not say where it is', async ({ town, visit }) => {
  const page = await visit(town.link('rider'), { place: null });
  await start(page);
  const where = page.getByRole('dialog', { name: '어디에 계세요?' });
  await where.getByRole('button', { name: '단골 을지로점' }).click();
  await expect(page.getByText('선택한 매장 주변을 보여드려요')).toBeVisible();
  await toBePickedUp(town);
  await expect(page.getByRole('article')).toHaveCount(1);
});

test('off duty again by the switch', async ({ town, visit }) => {
  const page = await visit(town.link('rider'));
  await start(page);
  await page.getByRole('switch', { name: '근무 중' }).click();
  await expect(page.getByRole('button', { name: '근무 시작' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: '근무 시작' })).toBeVisible();
});

test('signing out leaves nothing of a delivery on the phone', async ({ town, visit }) => {
  const page = await visit(town.link('rider'));
  await start(page);
  await brought(town, 'approve', 'makeStart');
  await claim(page);
  await expect(heading(page, '매장에서 픽업하세요')).toBeVisible();
  await page.getByRole('link', { name: '설정' }).click();
  await page.getByRole('button', { name: '로그아웃' }).click();
  const question = page.getByRole('dialog', { name: '로그아웃할까요?' });
  await expect(question).toContainText('진행 중인 배달이 있어요');
  await question.getByRole('button', { name: '로그아웃' }).click();
  await expect(heading(page, '라이더 로그인')).toBeVisible();
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).not.toContain('을지로');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen is accessible and loses nothing, ${colorScheme}`, async ({ town, visit }) => {
    const page = await visit(`${town.url}/rider`, { colorScheme });
    const look = async (where: string) => {
      await expectAccessible(page, where);
      await expectTargets(page, 44, where);
      const size = page.viewportSize();
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNothingLost(page, `${where} at 320 px`);
      if (size) await page.setViewportSize(size);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      await expectNothingLost(page, `${where} at 200 % text`);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '';
      });
    };
    await expect(heading(page, '라이더 로그인')).toBeVisible();
    await expectAccessible(page, 'sign in');
    await page.goto(town.link('rider'));
    await page.reload();
    await expect(page.getByRole('button', { name: '근무 시작' })).toBeVisible();
    await look('off duty');
    await start(page);
    await toBePickedUp(town);
    await expect(page.getByRole('article')).toBeVisible();
    await look('offers');
    await claim(page);
    await check(page);
    await look('to the shop');
    await pickUp(page);
    await expect(heading(page, '고객에게 전달하세요')).toBeVisible();
    await look('to the door');
    await page.getByRole('link', { name: '수입' }).click();
    await expect(page.getByText('0원')).toBeVisible();
    await look('earnings');
    await page.getByRole('link', { name: '설정' }).click();
    await expect(heading(page, '설정')).toBeVisible();
    await look('settings');
  });
}

test('in English', async ({ town, visit }) => {
  const page = await visit(town.link('rider'), { locale: 'en-US' });
  await page.getByRole('button', { name: 'Start shift' }).click();
  await toBePickedUp(town);
  await page.getByRole('button', { name: 'Accept · ₩3,000 Dangol Euljiro' }).click();
  await expect(heading(page, 'Pick up at the café')).toBeFocused();
  await page.getByRole('button', { name: /1 item checked/ }).click();
  await expectAccessible(page, 'to the shop');
  await page.getByRole('button', { name: 'Picked up' }).click();
  await expect(heading(page, 'Bring it to the customer')).toBeVisible();
  await expectAccessible(page, 'to the door');
  await page.getByRole('link', { name: 'Settings' }).click();
  await expectAccessible(page, 'settings');
  await page.getByRole('button', { name: '한국어' }).click();
  await expect(heading(page, '설정')).toBeVisible();
  await expect(page).toHaveTitle('설정 · 단골 라이더');
});
