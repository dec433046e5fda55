// A delivery that fails on the way, on the screens of all four: nobody reads "delivered".
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, tablet, test } from './support/fixtures.ts';
import { expectTargets } from './support/layout.ts';
import { type Person, until } from './support/people.ts';
import { nearby, type Town } from './support/town.ts';

interface OnTheWay {
  id: string;
  callNumber: string;
  guest: Person;
  rider: Person;
}

/** Ordered, made, and picked up by the town's rider. */
async function onTheWay(town: Town): Promise<OnTheWay> {
  const [guest, rider] = [await town.guest(), await town.rider()];
  await rider.post('/deliveries/shift', { online: true, place: nearby });
  const id = await town.deliveryOrder(guest);
  await town.advance(id, 'approve', 'makeStart', 'makeComplete');
  await until('the claim', () => rider.post(`/deliveries/${id}/claim`));
  const { callNumber } = await guest.get(`/orders/${id}`);
  await until('the pick-up', () => rider.post(`/deliveries/${id}/start`, { callNumber }));
  return { id, callNumber, guest, rider };
}
const fail = ({ id, rider }: OnTheWay, reason = 'customer_absent') => rider.post(`/deliveries/${id}/fail`, { reason });

/** The customer's own page, on a phone that has the customer's session. */
async function pageOf(town: Town, page: Page, { id, guest }: OnTheWay): Promise<void> {
  await page.evaluate(
    (session) => localStorage.setItem('dangol.session.order', session),
    JSON.stringify(guest.session),
  );
  await page.goto(`${town.url}/o/${id}`);
}

test('a rider who finds nobody says so in three taps, and is told to bring the drinks back', async ({
  town,
  visit,
}) => {
  const page = await visit(town.link('rider'));
  await page.getByRole('button', { name: '근무 시작' }).click();
  const guest = await town.guest();
  const id = await town.deliveryOrder(guest);
  await town.advance(id, 'approve', 'makeStart', 'makeComplete');
  await page.getByRole('button', { name: /^배차 받기/ }).click();
  await page.getByRole('button', { name: /개 확인/ }).click();
  await page.getByRole('button', { name: '픽업 완료' }).click();

  await page.getByRole('button', { name: '문제가 있어요' }).click(); // 1
  const end = page.getByRole('button', { name: '배달 끝내기' });
  await expect(end).toBeDisabled();
  await page.getByRole('button', { name: '고객이 없어요' }).click(); // 2
  await expect(page.getByRole('dialog')).toContainText('배달비는 그대로 지급돼요');
  await expectTargets(page, 44, 'trouble');
  await expectAccessible(page, 'undelivered');
  await end.click(); // 3
  await expect(page.getByRole('alert')).toContainText('음료를 매장으로 돌려주세요');
  await expect(page.getByRole('heading', { level: 1, name: '주변 배달' })).toBeVisible();
  await until('the end of the order', async () => (await guest.get(`/orders/${id}`)).status === 'UNDELIVERED');
  await page.getByRole('link', { name: '수입' }).click();
  await expect(page.getByRole('listitem')).toContainText('전하지 못함');
});

test('the customer reads why, and whom to call', async ({ town, visit }) => {
  const way = await onTheWay(town);
  const page = await visit();
  await pageOf(town, page, way);
  await expect(page.getByRole('heading', { level: 1, name: '배달이 시작됐어요' })).toBeVisible();
  await fail(way);
  await expect(page.getByRole('heading', { level: 1, name: '음료를 전해 드리지 못했어요' })).toBeVisible();
  await expect(page.getByText('라이더가 도착했지만 고객님을 만나지 못했어요.')).toBeVisible();
  await expect(page.getByRole('link', { name: /매장에 전화하기/ })).toHaveAttribute('href', /^tel:/);
  await expect(page.getByText('배달이 완료됐어요')).toHaveCount(0);
  await expectAccessible(page, 'undelivered');
});

test('the customer whom the house has failed reads of the refund', async ({ town, visit }) => {
  const way = await onTheWay(town);
  const page = await visit();
  await pageOf(town, page, way);
  await fail(way, 'drinks_damaged');
  await expect(page.getByText('결제하신 금액은 전액 환불해 드려요.')).toBeVisible();
  await expect(page.getByText(/이 환불됐어요/)).toBeVisible();
});

test('the bar sees what comes back, and takes it', async ({ town, visit }) => {
  const way = await onTheWay(town);
  const page = await visit(await town.link_for('staff', 'minji'), { device: tablet });
  await page.getByRole('button', { name: '영업 시작' }).click();
  const ready = page.getByRole('region', { name: /^픽업 대기/ });
  await expect(ready).toBeVisible();
  await fail(way);
  const card = ready.getByRole('article', { name: `${way.callNumber}번 주문` });
  await expect(card).toContainText('돌아오는 중');
  await expectAccessible(page, 'undelivered');
  await card.getByRole('button', { name: '돌아온 음료 받음' }).click();
  const staff = await town.staff();
  await until('the return', async () => (await staff.get(`/cafeOrders/${way.id}`)).status === 'RETURNED');
  await expect(page.getByRole('article')).toHaveCount(0);
});

test('the operator ends it for the rider, and decides on a refund', async ({ town, visit }) => {
  const way = await onTheWay(town);
  const page = await visit(await town.link_for('operator', 'ops-undelivered'), { device: tablet });
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.goto(`${town.url}/ops/orders/${way.id}`);
  await page.getByRole('button', { name: '배달 실패로 처리' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: '고객과 연락이 안 됨' }).check();
  await dialog.getByRole('textbox').fill('세 번 전화했어요');
  await dialog.getByRole('button', { name: '배달 실패로 처리' }).click();
  await expect(page.getByText('실패 · 돌아오는 중')).toBeVisible();
  await expect(page.getByText('고객 연락 안 됨').first()).toBeVisible();
  await expect(page.getByText('세 번 전화했어요').first()).toBeVisible();
  await page.getByRole('button', { name: '돌아온 음료 처리' }).click();
  await dialog.getByRole('radio', { name: '돌아오지 않아요' }).check();
  await dialog.getByRole('button', { name: '돌아온 음료 처리' }).click();
  await expect(page.getByText('돌아오지 않음')).toBeVisible();
  await expect(page.getByRole('button', { name: '환불', exact: true })).toBeVisible();
  await expectAccessible(page, 'undelivered');
});
