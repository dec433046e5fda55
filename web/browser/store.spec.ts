// The café's app: what a barista does in a day, with and without a network, and what the screens promise.
import type { Page } from '@playwright/test';
import { expect, sounds, tablet, test } from './support/fixtures.ts';
import { until } from './support/people.ts';
import { americano, cafe, type Town } from './support/town.ts';

const noNetwork = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_FAILED|Failed to fetch/;
type Visit = (address: string, options?: object) => Promise<Page>;

/** A barista at the tablet, signed in by a link of their own; the town keeps the branch's first one. */
async function behindTheBar(town: Town, visit: Visit, options: object = {}): Promise<Page> {
  const page = await visit(await town.link_for('staff', 'minji'), { device: tablet, ...options });
  await page.getByRole('button', { name: '영업 시작' }).click();
  await expect(lane(page, '신규')).toBeVisible();
  return page;
}
const lane = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
const cards = (page: Page, name: string) => lane(page, name).getByRole('article');
const go = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
const dialog = (page: Page) => page.getByRole('dialog');

async function newOrder(town: Town, more: object = {}, lines = [americano]): Promise<string> {
  const id = await town.order(await town.guest(), lines, more);
  await town.ticket(id);
  return id;
}
const statusOf = async (town: Town, id: string) => (await (await town.staff()).get(`/cafeOrders/${id}`)).status;
const becomes = (town: Town, id: string, status: string, timeout = 10_000) =>
  until(`${id} is ${status}`, async () => (await statusOf(town, id)) === status, timeout);

test('an order from the chime to the counter, one tap a step', async ({ town, visit }) => {
  const page = await behindTheBar(town, visit);
  const tested = await sounds(page);
  expect(tested, 'the shift begins with a chime').toBeGreaterThan(0);
  const id = await newOrder(town, { note: '얼음 적게 부탁드려요' });

  const card = cards(page, '신규');
  await expect(card).toContainText('아메리카노');
  await expect(card).toContainText('HOT');
  await expect(card).toContainText('픽업');
  await expect(card).toContainText('얼음 적게 부탁드려요');
  await expect.poll(() => sounds(page)).toBeGreaterThan(tested);
  await expect(page).toHaveTitle(/^\(1\) 신규 주문/);

  await card.getByRole('button', { name: '1분 늘리기' }).click();
  await card.getByRole('button', { name: '접수 · 4분' }).click();
  await expect(cards(page, '제조 중')).toContainText('접수됨');
  await cards(page, '제조 중').getByRole('button', { name: '제조 시작' }).click();
  await becomes(town, id, 'APPROVED'); // the next tap has sent the one before
  await cards(page, '제조 중').getByRole('button', { name: '제조 완료' }).click();
  await becomes(town, id, 'MAKING');
  await expect(cards(page, '픽업 대기')).toContainText('제조를 완료했어요');
  await becomes(town, id, 'MADE');
  await cards(page, '픽업 대기').getByRole('button', { name: '전달 완료' }).click();
  await becomes(town, id, 'HANDED_OVER');
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(page).not.toHaveTitle(/신규 주문/);

  await page.getByRole('button', { name: '지난 주문' }).click();
  await expect(dialog(page).getByRole('listitem')).toContainText('전달 완료');
});

test('a tap is taken back within five seconds, and the customer has heard nothing', async ({ town, visit }) => {
  const page = await behindTheBar(town, visit);
  const id = await newOrder(town);
  await cards(page, '신규').getByRole('button', { name: /^접수/ }).click();
  const undo = cards(page, '제조 중').getByRole('button', { name: /되돌리기/ });
  await expect(undo).toBeFocused();
  await undo.click();
  await expect(cards(page, '신규')).toHaveCount(1);
  expect(await statusOf(town, id)).toBe('RECEIVED');

  await cards(page, '신규').getByRole('button', { name: /^접수/ }).click();
  await becomes(town, id, 'APPROVED');
  await expect(cards(page, '제조 중').getByRole('button', { name: /되돌리기/ })).toHaveCount(0);
});

test('rejecting for want of an ingredient marks it sold out in the same step', async ({ town, visit }) => {
  const page = await behindTheBar(town, visit);
  const id = await newOrder(town);
  await cards(page, '신규').getByRole('button', { name: '거절' }).click();
  await expect(dialog(page)).toContainText('결제는 자동으로 환불되고');
  await dialog(page).getByRole('radio', { name: '재료 소진' }).check();
  await dialog(page).getByRole('checkbox', { name: '아메리카노' }).check();
  await dialog(page).getByRole('button', { name: '거절하기' }).click();
  await expect(cards(page, '신규')).toContainText('거절했어요');
  await becomes(town, id, 'REJECTED');
  const staff = await town.staff();
  const soldOut = await until('sold out', async () => {
    const { items } = await staff.get(`/cafes/${cafe}/menu`);
    return items.find((item: { id: string; soldOut: boolean }) => item.id === 'americano' && item.soldOut);
  });
  const { businessDay } = await staff.get(`/cafes/${cafe}`);
  expect(soldOut.soldOutUntil, 'it ends with the business day').toBe(businessDay.ends);
  await expect(cards(page, '신규')).toHaveCount(0);
});

test('the chime repeats until it is silenced, for these orders only', async ({ town, visit }) => {
  const page = await behindTheBar(town, visit);
  await newOrder(town);
  await expect(page.getByText('신규 주문 1건', { exact: true }).first()).toBeVisible();
  const heard = await sounds(page);
  await expect.poll(() => sounds(page)).toBeGreaterThan(heard); // four seconds later
  await page.getByRole('button', { name: '소리 끄기' }).click();
  await expect(page.getByText('소리 꺼짐')).toBeVisible();
  const silenced = await sounds(page);
  await newOrder(town);
  await expect(page.getByRole('button', { name: '소리 끄기' })).toBeVisible();
  await expect.poll(() => sounds(page)).toBeGreaterThan(silenced);
});

test('taps without a network are kept over a reload and sent in order', async ({ town, visit }) => {
  const page = await behindTheBar(town, visit, { forgive: noNetwork });
  const id = await newOrder(town);
  await expect(cards(page, '신규')).toHaveCount(1);
  await page.context().setOffline(true);
  await expect(page.getByTestId('connection-lost')).toBeVisible();
  await cards(page, '신규').getByRole('button', { name: /^접수/ }).click();
  await cards(page, '제조 중').getByRole('button', { name: '제조 시작' }).click();
  await expect(page.getByText(/전송 대기 2건/)).toBeVisible({ timeout: 12_000 });
  expect(await statusOf(town, id)).toBe('RECEIVED');
  await page.context().route('**/cafeOrders/*/*', (route) => route.abort()); // the network is back for reading only
  await page.context().setOffline(false);
  await page.reload();
  await page.getByRole('button', { name: '영업 시작' }).click();
  await expect(page.getByText(/전송 대기 2건/)).toBeVisible();
  await expect(cards(page, '제조 중')).toContainText('아직 전송되지 않았어요');
  await page.context().unroute('**/cafeOrders/*/*');
  await becomes(town, id, 'MAKING');
  await expect(page.getByTestId('connection-lost')).toHaveCount(0);
  await expect(page.getByText(/전송 대기/)).toHaveCount(0);
});

test('a customer who cancels is quicker than the bar, and the bar is told', async ({ town, visit }) => {
  const page = await behindTheBar(town, visit);
  const guest = await town.guest();
  const id = await town.order(guest);
  await expect(cards(page, '신규')).toHaveCount(1);
  await guest.post(`/orders/${id}/cancel`);
  await expect(page.getByText(/주문이 취소됐어요. 만들지 마세요/).first()).toBeVisible();
  await expect(cards(page, '신규')).toHaveCount(0);
});

test('the server may restart: the board is right again within seconds', async ({ town, visit }) => {
  const page = await behindTheBar(town, visit, { forgive: /ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY|Failed to fetch/ });
  const id = await newOrder(town);
  await expect(cards(page, '신규')).toHaveCount(1);
  await town.server.stop('SIGKILL');
  await expect(page.getByTestId('connection-lost')).toBeVisible();
  await expect(cards(page, '신규'), 'the last known state stays').toHaveCount(1);
  await town.server.start();
  await expect(page.getByTestId('connection-lost')).toHaveCount(0, { timeout: 5_000 });
  await town.advance(id, 'approve', 'makeStart');
  await expect(cards(page, '제조 중').getByRole('button', { name: '제조 완료' })).toBeVisible();
});

test('sold out and paused in two taps each, and both end by themselves', async ({ town, visit }) => {
  const page = await behindTheBar(town, visit);
  await go(page, '품절'); // 1
  const latte = page.getByRole('switch', { name: '카페 라떼 판매' });
  await latte.click(); // 2
  await expect(latte).not.toBeChecked();
  await expect(page.getByText('카페 라떼를 품절로 표시했어요')).toBeVisible();
  await page.getByRole('searchbox').fill('오트');
  await page.getByRole('button', { name: '1시간' }).click();
  await page.getByRole('switch', { name: '오트 밀크 판매' }).click();
  await expect(page.getByRole('switch', { name: '오트 밀크 판매' })).not.toBeChecked();
  const staff = await town.staff();
  const { items } = await staff.get(`/cafes/${cafe}/menu`);
  const { businessDay } = await staff.get(`/cafes/${cafe}`);
  const latteNow = items.find((item: { id: string }) => item.id === 'cafe-latte');
  expect(latteNow.soldOutUntil, 'today ends with the business day').toBe(businessDay.ends);
  const options = items.flatMap((item: { groups: { options: { id: string; soldOut: boolean }[] }[] }) =>
    item.groups.flatMap((group) => group.options.filter(({ id }) => id === 'oat')),
  );
  expect(options.length).toBeGreaterThan(1);
  expect(options.every(({ soldOut }: { soldOut: boolean }) => soldOut)).toBe(true);

  await page.getByRole('button', { name: '일시중지' }).click(); // 1
  await expect(dialog(page).getByRole('button', { name: '오늘' })).toContainText('오전 5:00까지');
  await dialog(page).getByRole('button', { name: '15분' }).click(); // 2
  await expect(page.getByTestId('opening')).toContainText(/일시중지 · 1[45]:\d\d 남음/);
  await page.getByRole('button', { name: '주문 재개' }).click();
  await expect(page.getByTestId('opening')).toContainText('영업 중');
});

test('the same cups are added up', async ({ town, visit }) => {
  const page = await behindTheBar(town, visit);
  await newOrder(town, {}, [{ ...americano, quantity: 2 }]);
  await newOrder(town, {}, [{ ...americano, quantity: 3 }]);
  await expect(cards(page, '신규')).toHaveCount(2);
  await go(page, '잔별');
  await expect(page.getByRole('heading', { level: 1, name: '잔별 모아 보기' })).toBeFocused();
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText(/5\s*아메리카노/);
});

test('an item of the menu gets a new price and a picture', async ({ town, visit }) => {
  const page = await behindTheBar(town, visit);
  await go(page, '메뉴 관리');
  await page.getByRole('button', { name: '아메리카노 수정' }).click();
  await dialog(page).getByLabel('가격 (원)').fill('4800');
  const picture = await page.screenshot({ type: 'jpeg' });
  await dialog(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: picture });
  await expect(dialog(page).getByRole('img', { name: '사진' })).toHaveAttribute('src', /^\/pictures\/[0-9a-f]+\.webp$/);
  await dialog(page).getByRole('button', { name: '저장' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: '아메리카노' })).toContainText('4,800원');
  const { items } = await (await town.staff()).get(`/cafes/${cafe}/menu`);
  expect(items[0]).toMatchObject({ id: 'americano', price: { amount: 4800 } });
  expect(items[0].groups.length, 'the options stay').toBeGreaterThan(0);
});

test('a new item, with an option, and off the menu again', async ({ town, visit }) => {
  const page = await behindTheBar(town, visit);
  await go(page, '메뉴 관리');
  await page.getByRole('button', { name: '메뉴 추가' }).click();
  await dialog(page).getByRole('button', { name: '저장' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('이름과 가격을 입력해 주세요');
  await dialog(page).getByLabel('이름 (한국어)').fill('말차 라떼');
  await dialog(page).getByLabel('이름 (영어)').fill('Matcha latte');
  await dialog(page).getByLabel('가격 (원)').fill('5900');
  await dialog(page).getByRole('button', { name: '옵션 그룹 추가' }).click();
  await dialog(page).getByLabel('그룹 이름 (한국어)').fill('온도');
  await dialog(page).getByRole('button', { name: '옵션 추가' }).click();
  await dialog(page).getByLabel('옵션 (한국어)').fill('ICE');
  await dialog(page).getByRole('button', { name: '저장' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: '말차 라떼' })).toContainText('5,900원');
  await page.getByRole('button', { name: '말차 라떼 수정' }).click();
  await dialog(page).getByRole('button', { name: '메뉴 삭제' }).click();
  await dialog(page).getByRole('button', { name: '메뉴 삭제' }).click();
  await expect(page.getByText('말차 라떼')).toHaveCount(0);
});

test('hours past midnight', async ({ town, visit }) => {
  const page = await behindTheBar(town, visit);
  await go(page, '영업시간');
  await page.getByRole('button', { name: '영업시간 설정' }).click();
  await page.getByLabel('금요일 종료 시간').fill('02:00');
  await expect(page.getByText('다음 날', { exact: true })).toBeVisible();
  await page.getByRole('switch', { name: '일요일 영업' }).click();
  await page.getByRole('button', { name: '저장' }).click();
  await expect(page.getByText('영업시간을 저장했어요')).toBeVisible();
  const { hours } = await (await town.staff()).get(`/cafes/${cafe}`);
  expect(hours).toContainEqual({ weekday: 4, opens: 480, closes: 1560 });
  expect(hours.filter(({ weekday }: { weekday: number }) => weekday === 6)).toEqual([]);
});

test('unsaved hours are not left without asking, by a tap or by the browser’s back', async ({ town, visit }) => {
  const page = await behindTheBar(town, visit);
  await go(page, '매출');
  await go(page, '영업시간');
  await page.getByRole('button', { name: '영업시간 설정' }).click();
  await go(page, '설정');
  await expect(dialog(page)).toContainText('저장하지 않고 나갈까요?');
  await dialog(page).getByRole('button', { name: '계속 수정하기' }).click();
  await page.goBack();
  await expect(dialog(page)).toContainText('저장하지 않고 나갈까요?');
  await expect(page.getByRole('heading', { level: 1, name: '영업시간' })).toBeVisible();
  expect(page.url()).toBe(`${town.url}/store/hours`);
  await dialog(page).getByRole('button', { name: '저장하지 않고 나가기' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '매출' })).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
});

test('a long note leaves the buttons in sight', async ({ town, visit }) => {
  const page = await behindTheBar(town, visit);
  await newOrder(town, { note: '아주긴요청'.repeat(100) });
  const card = cards(page, '신규');
  await expect(card.getByRole('button', { name: '거절' })).toBeInViewport();
  await card.getByRole('button', { name: '더 보기' }).click();
  await expect(card.getByRole('button', { name: '거절' })).not.toBeInViewport();
  await card.getByRole('button', { name: '접기' }).click();
  await expect(card.getByRole('button', { name: '거절' })).toBeInViewport();
});

test('the day ends: sales, and the branch is closed', async ({ town, visit }) => {
  const page = await behindTheBar(town, visit);
  await town.advance(await town.order(await town.guest()), 'approve', 'makeStart', 'makeComplete', 'handOver');
  await go(page, '매출');
  await expect(page.getByRole('table').last()).toContainText('아메리카노');
  await expect(page.getByRole('main')).toContainText('4,300원');
  await go(page, '설정');
  await expect(page.getByRole('img', { name: /QR/ })).toBeVisible();
  await page.getByRole('button', { name: '영업 종료' }).click();
  await dialog(page).getByRole('button', { name: '영업 종료' }).click();
  await expect(page.getByTestId('opening')).toContainText('영업 종료');
  await page.reload();
  await go(page, '주문');
  await page.getByRole('button', { name: '영업 시작' }).click();
  await expect(page.getByTestId('opening')).toContainText('영업 중');
});

test('in English, on a phone', async ({ town, visit }) => {
  const page = await visit(await town.link_for('staff', 'minji'), { locale: 'en-US' });
  await page.getByRole('button', { name: 'Start the shift' }).click();
  const id = await newOrder(town);
  await expect(cards(page, 'New')).toContainText('Americano');
  await cards(page, 'New')
    .getByRole('button', { name: /^Accept · \d+ min/ })
    .click();
  await page.getByRole('button', { name: /^Making 1/ }).click();
  await cards(page, 'Making').getByRole('button', { name: 'Start making' }).click();
  await becomes(town, id, 'MAKING');
  await page.getByRole('button', { name: /^한국어/ }).click();
  await expect(page.getByRole('button', { name: '제조 완료' })).toBeVisible();
});

test('what is changed on another screen is here at once', async ({ town, visit }) => {
  const page = await behindTheBar(town, visit);
  await go(page, '품절');
  await expect(page.getByRole('switch', { name: '카페 라떼 판매' })).toBeChecked();
  const staff = await town.staff();
  await staff.post(`/cafes/${cafe}/soldOut`, { menuId: 'cafe-latte', soldOut: true });
  await staff.post(`/cafes/${cafe}/pause`, { minutes: 15 });
  await expect(page.getByRole('switch', { name: '카페 라떼 판매' })).not.toBeChecked({ timeout: 5_000 });
  await expect(page.getByTestId('opening')).toContainText('일시중지', { timeout: 5_000 });
});
