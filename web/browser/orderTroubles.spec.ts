// The customer's app when something is in the way: sold out, dearer, declined, canceled, closed, no network.
import type { Page, Route } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { edit, heading, orderOne, pay, payButton, putIn, reprice, soldOut, toCart } from './support/ordering.ts';
import { Person } from './support/people.ts';
import { cafe, type Town } from './support/town.ts';

const noNetwork = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_FAILED|ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY/;
const menu = `/c/${cafe}`;

/** How many orders the person of this page really has. */
async function ordersOf(town: Town, page: Page): Promise<number> {
  const session = JSON.parse((await page.evaluate(() => localStorage.getItem('dangol.session.order'))) ?? 'null');
  return (await new Person(town.url, session).get('/orders')).items.length;
}

test('what is sold out on the menu says so and cannot be chosen, while one looks', async ({ town, visit }) => {
  const page = await visit(menu);
  const latte = page.getByRole('button', { name: /^카페 라떼/ });
  await expect(latte).toBeEnabled();
  await soldOut(town, 'cafe-latte');
  await expect(latte).toBeDisabled();
  await expect(latte).toContainText('품절');
  await soldOut(town, 'cafe-latte', false);
  await expect(latte).toBeEnabled();
});

test('what sells out in the cart is shown, and one tap takes it out', async ({ town, visit }) => {
  const page = await visit(menu);
  await putIn(page, '아메리카노');
  await putIn(page, '카페 라떼');
  await toCart(page);
  await expect(payButton(page)).toHaveText('9,200원 결제하기');
  await soldOut(town, 'cafe-latte');
  const changes = page.getByRole('region', { name: '담은 뒤에 바뀐 내용이 있어요' });
  await expect(changes).toContainText('카페 라떼 · 품절됐어요');
  await expect(payButton(page)).toBeDisabled();
  await changes.getByRole('button', { name: '카페 라떼 빼기' }).click();
  await expect(changes).toBeHidden();
  await expect(payButton(page)).toHaveText('4,300원 결제하기');
  await pay(page);
  await expect(heading(page, '매장에서 주문을 확인하고 있어요')).toBeVisible();
});

test('another price is a difference to accept, never a surprise', async ({ town, visit }) => {
  const page = await visit(menu);
  await putIn(page, '아메리카노');
  await toCart(page);
  await reprice(town, 'americano', 4_500);
  const changes = page.getByRole('region', { name: '담은 뒤에 바뀐 내용이 있어요' });
  await expect(changes).toContainText('아메리카노 · 4,300원 → 4,500원');
  await expect(payButton(page)).toBeDisabled();
  await changes.getByRole('button', { name: '아메리카노 이 가격으로 담기' }).click();
  await expect(payButton(page)).toHaveText('4,500원 결제하기');
  await pay(page);
  await expect(page.getByRole('region', { name: '영수증' })).toContainText('합계4,500원');
});

test('another item under the same id is shown before anything is paid', async ({ town, visit }) => {
  const page = await visit(menu);
  await putIn(page, '아메리카노');
  await toCart(page);
  await edit(town, (item) =>
    item.id === 'americano' ? { ...item, name: { ko: '복숭아 아이스티', en: 'Peach iced tea' } } : item,
  );
  const changes = page.getByRole('region', { name: '담은 뒤에 바뀐 내용이 있어요' });
  await expect(changes).toContainText('아메리카노 → 복숭아 아이스티');
  await expect(payButton(page)).toBeDisabled();
  await changes.getByRole('button', { name: '아메리카노 바뀐 메뉴로 담기' }).click();
  await expect(payButton(page)).toHaveText('4,300원 결제하기');
});

test('a choice that the café has added can be made in the cart', async ({ town, visit }) => {
  const page = await visit(menu);
  await putIn(page, '아메리카노');
  await toCart(page);
  await expect(payButton(page)).toHaveText('4,300원 결제하기');
  const option = (id: string, ko: string) => ({ id, name: { ko, en: ko }, priceDelta: { amount: 0, currency: 'KRW' } });
  const options = [option('paper', '종이컵'), option('own', '텀블러')];
  const cup = { id: 'cup', name: { ko: '컵', en: 'Cup' }, min: 1, max: 1, options };
  await edit(town, (item) => (item.id === 'americano' ? { ...item, groups: [...item.groups, cup] } : item));
  const changes = page.getByRole('region', { name: '담은 뒤에 바뀐 내용이 있어요' });
  await expect(changes).toContainText('아메리카노 · 컵 옵션을 다시 골라 주세요');
  await expect(payButton(page)).toBeDisabled();
  await changes.getByRole('button', { name: '아메리카노 옵션 다시 고르기' }).click();
  await page.getByRole('radio', { name: /텀블러/ }).check();
  await page.getByRole('button', { name: /^담기 / }).click();
  await expect(changes).toBeHidden();
  await expect(payButton(page)).toHaveText('4,300원 결제하기');
  await pay(page);
  await expect(heading(page, '매장에서 주문을 확인하고 있어요')).toBeVisible();
});

test('a price that was refused is not asked for again until the cart is another one', async ({ visit }) => {
  const page = await visit(menu, { serviceWorkers: 'block' });
  let quotes = 0;
  await page.route('**/orders/quote', (route) => {
    quotes++;
    const detail = '이 조합은 주문할 수 없어요.';
    return route.fulfill({ status: 422, json: { type: '/problems/option-count', title: '', status: 422, detail } });
  });
  await putIn(page, '아메리카노');
  await toCart(page);
  await expect(page.getByText('이 조합은 주문할 수 없어요.')).toBeVisible();
  await page.waitForTimeout(6_000); // it used to be asked every second and a half, for ever
  expect(quotes).toBeLessThanOrEqual(3);
  const before = quotes;
  await page.getByRole('button', { name: '아메리카노 하나 더' }).click();
  await expect.poll(() => quotes).toBe(before + 1);
});

test('a declined payment says what to do and keeps the cart', async ({ visit }) => {
  const page = await visit(menu);
  await putIn(page, '아메리카노');
  await toCart(page);
  await page.getByText('테스트 결제예요').click();
  await page.getByRole('radio', { name: '거절' }).check();
  await pay(page);
  await expect(page.getByRole('alert')).toContainText('다른 결제 수단으로 다시 주문해 주세요');
  await expect(page.getByRole('list', { name: '담은 메뉴' })).toContainText('아메리카노');
  await page.getByRole('radio', { name: '승인' }).check();
  await pay(page);
  await expect(heading(page, '매장에서 주문을 확인하고 있어요')).toBeVisible();
});

test('a payment without an answer leads to a page that says so', async ({ visit }) => {
  const page = await visit(menu);
  await putIn(page, '아메리카노');
  await toCart(page);
  await page.getByText('테스트 결제예요').click();
  await page.getByRole('radio', { name: '응답 없음' }).check();
  await pay(page);
  await expect(page.getByRole('button', { name: '결제하고 있어요' })).toBeVisible();
  await expect(heading(page, '결제를 확인하고 있어요')).toBeVisible({ timeout: 25_000 });
  await expect(page.getByText('다시 주문하지 않아도 돼요.')).toBeVisible();
});

test('canceled in time, the money comes back', async ({ visit }) => {
  const page = await visit(menu);
  await orderOne(page);
  await page.getByRole('button', { name: '주문 취소하기' }).click();
  const ask = page.getByRole('dialog', { name: '주문을 취소할까요?' });
  await expect(ask).toContainText('4,300원을 전액 환불해 드려요.');
  await ask.getByRole('button', { name: '주문 취소하기' }).click();
  await expect(heading(page, '주문이 취소됐어요')).toBeVisible();
  await expect(page.getByText('요청하신 대로 취소했어요.')).toBeVisible();
  await expect(page.getByText(/4,300원이 환불됐어요/)).toBeVisible();
});

test('rejected, the reason, the words of the café and the refund are there', async ({ town, visit }) => {
  const page = await visit(menu);
  const id = await orderOne(page);
  await town.ticket(id);
  const staff = await town.staff();
  await staff.post(`/cafeOrders/${id}/reject`, { reason: 'sold_out', note: '원두가 떨어졌어요. 죄송해요.' });
  await expect(heading(page, '매장에서 주문을 받지 못했어요')).toBeVisible();
  await expect(page.getByText('재료가 소진됐어요.', { exact: true })).toBeVisible();
  await expect(page.getByText('원두가 떨어졌어요. 죄송해요.')).toBeVisible();
  await expect(page.getByText(/4,300원이 환불됐어요/)).toBeVisible();
});

test('a paused branch says until when, and takes no payment', async ({ town, visit }) => {
  const page = await visit(menu);
  await putIn(page, '아메리카노');
  const staff = await town.staff();
  await staff.post(`/cafes/${cafe}/pause`, { minutes: 30, reason: '주문이 몰려 잠시 쉬어요' });
  await expect(page.getByText(/일시중지 · .*까지/)).toBeVisible();
  await expect(page.getByText('주문이 몰려 잠시 쉬어요')).toBeVisible();
  await toCart(page);
  await expect(payButton(page)).toBeDisabled();
  await expect(page.getByText('지금은 이 매장에서 주문을 받지 않아요.')).toBeVisible();
  await staff.post(`/cafes/${cafe}/open`);
  await expect(payButton(page)).toBeEnabled();
});

test('without a network the cart says why it waits, and the status is the last known', async ({ town, visit }) => {
  const page = await visit(menu, { forgive: noNetwork });
  const id = await orderOne(page);
  await page.context().setOffline(true);
  await expect(page.getByText(/오프라인이에요 · 방금 전 정보예요/)).toBeVisible();
  await expect(heading(page, '매장에서 주문을 확인하고 있어요')).toBeVisible();
  await town.advance(id, 'approve', 'makeStart');
  await page.context().setOffline(false);
  await expect(heading(page, '제조 중이에요')).toBeVisible({ timeout: 3_000 });
  await expect(page.getByText(/오프라인이에요/)).toBeHidden();

  await page.getByRole('link', { name: '매장 고르기' }).click();
  await page.getByRole('link', { name: /단골 을지로점 영업 중/ }).click();
  await putIn(page, '아메리카노');
  await toCart(page);
  await expect(payButton(page)).toBeEnabled();
  await page.context().setOffline(true);
  await expect(page.getByText('인터넷에 연결되면 주문할 수 있어요.')).toBeVisible();
  await expect(payButton(page)).toBeDisabled();
  await page.context().setOffline(false);
  await expect(payButton(page)).toBeEnabled();
});

test('opened again without a network, the order is still there, with its age', async ({ visit }) => {
  const page = await visit(menu, { forgive: noNetwork });
  await orderOne(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload(); // now by the service worker, which keeps what it brings
  await expect(heading(page, '매장에서 주문을 확인하고 있어요')).toBeVisible();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.getByRole('link', { name: '매장 고르기' }).click();
  await expect(page.getByRole('region', { name: '진행 중인 주문' })).toBeVisible();
  await page.goBack();
  await page.context().setOffline(true);
  await page.reload();
  await expect(heading(page, '매장에서 주문을 확인하고 있어요')).toBeVisible();
  await expect(page.getByText(/오프라인이에요 · 방금 전 정보예요/)).toBeVisible();
  await expect(page.getByText('인터넷에 연결되면 취소할 수 있어요.')).toBeVisible();
  await page.getByRole('link', { name: '매장 고르기' }).click();
  await expect(page.getByRole('region', { name: '진행 중인 주문' })).toBeVisible();
});

test('an answer lost on the way never orders twice', async ({ town, visit }) => {
  const page = await visit(menu, { forgive: noNetwork, serviceWorkers: 'block' });
  await putIn(page, '아메리카노');
  await toCart(page);
  await expect(payButton(page)).toBeEnabled();
  let heard = 0;
  const lose = async (route: Route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch(); // the server takes the order …
    heard++;
    await route.abort(); // … and nobody hears of it
  };
  await page.route('**/orders', lose);
  await pay(page);
  await expect(page.getByText('주문이 접수됐는지 확인하지 못했어요')).toBeVisible({ timeout: 20_000 });
  expect(heard).toBeGreaterThan(1);
  await page.reload(); // not even a closed page forgets it
  await expect(page.getByText('주문이 접수됐는지 확인하지 못했어요')).toBeVisible();
  await page.unroute('**/orders', lose);
  await page.getByRole('button', { name: '다시 확인하기' }).click();
  await expect(heading(page, '매장에서 주문을 확인하고 있어요')).toBeVisible();
  expect(await ordersOf(town, page)).toBe(1);
});

test('the server may restart in the middle', async ({ town, visit }) => {
  const page = await visit(menu, { forgive: noNetwork });
  const id = await orderOne(page);
  await town.server.stop('SIGKILL');
  await expect(page.getByTestId('connection-lost')).toContainText('연결이 끊겼어요');
  await town.server.start();
  await expect(page.getByTestId('connection-lost')).toBeHidden({ timeout: 3_000 });
  await town.advance(id, 'approve');
  await expect(heading(page, '주문이 접수됐어요')).toBeVisible();
});

test('an address that is none, and an order of somebody else', async ({ town, visit }) => {
  const page = await visit('/c/nowhere');
  await expect(heading(page, '매장을 찾을 수 없어요')).toBeVisible();
  const id = await town.order(await town.guest());
  await page.goto(`${town.url}/o/${id}`);
  await expect(heading(page, '주문을 볼 수 없어요')).toBeVisible();
  await page.goto(town.url);
  await page.getByRole('link', { name: '주문 내역' }).click();
  await expect(page.getByText('아직 주문이 없어요')).toBeVisible();
});

test('a slow café: wait, or cancel for free', async ({ visit }) => {
  const page = await visit(menu, { forgive: noNetwork, serviceWorkers: 'block' });
  await page.route('**/myPages/*/stream', (route) => route.abort());
  await page.route(/\/myPages\/[^/?]+$/, async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    await route.fulfill({ response, json: response.ok() ? { ...answer, askCustomer: true } : answer });
  });
  await putIn(page, '아메리카노');
  await toCart(page);
  await pay(page);
  const ask = page.getByRole('alert').filter({ hasText: '매장 확인이 늦어지고 있어요' });
  await expect(ask).toBeVisible();
  await ask.getByRole('button', { name: '주문 취소하기' }).click();
  await expect(page.getByText(/4,300원이 환불됐어요/)).toBeVisible();
});
