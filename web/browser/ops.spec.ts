// The operator's app: what needs a hand, an order's story, and every change asked first and told afterwards.
import type { Page } from '@playwright/test';
import { expect, tablet, test } from './support/fixtures.ts';
import { type Person, until } from './support/people.ts';
import type { Town } from './support/town.ts';

test.use({ flags: ['--charge-timeout', '300ms'] });

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const dialog = (page: Page) => page.getByRole('dialog');
const confirm = (page: Page, verb: string) => dialog(page).getByRole('button', { name: verb, exact: true }).click();
const says = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();

/** Signed in, on a tablet. */
async function operatorAt(
  town: Town,
  visit: Visit,
  address = '/ops',
  locale: 'ko-KR' | 'en-US' = 'ko-KR',
): Promise<Page> {
  const link = await town.link_for('operator', `ops-${Math.random().toString(36).slice(2, 8)}`);
  const page = await visit(link, { device: tablet, locale });
  await expect(page.getByRole('navigation')).toBeVisible();
  if (address !== '/ops') await page.goto(town.url + address);
  return page;
}
type Visit = (
  address?: string,
  options?: { device?: typeof tablet; locale?: 'ko-KR' | 'en-US'; forgive?: RegExp },
) => Promise<Page>;

const callNumberOf = async (guest: Person, id: string): Promise<string> =>
  (await guest.get(`/orders/${id}`)).callNumber;

test('what needs a hand comes up by itself, and its end is two taps away', async ({ town, visit }) => {
  const page = await operatorAt(town, visit);
  await expect(heading(page, '조치 필요')).toBeVisible();
  await expect(page.getByText('지금은 조치할 일이 없어요')).toBeVisible();
  const guest = await town.guest();
  const id = await town.order(guest, undefined, { payment: { method: 'card', token: 'stall' } });
  const number = await callNumberOf(guest, id);

  const todo = page.getByRole('listitem').filter({ hasText: number });
  await expect(todo).toContainText('결제 확인 안 됨');
  await expect(page.getByRole('link', { name: '조치 필요' }).getByText('1')).toBeVisible();
  await todo.getByRole('button', { name: `${number} 강제 취소` }).click(); // 1
  await expect(dialog(page)).toContainText('결제한 금액이 있으면 전액 환불해요');
  await confirm(page, '강제 취소');
  await expect(dialog(page).getByRole('alert')).toContainText('사유를 입력해 주세요');
  await dialog(page).getByRole('textbox').fill('고객이 기다릴 수 없어요');
  await confirm(page, '강제 취소'); // 2
  await says(page, `${number} 주문을 취소했어요. 환불은 자동으로 진행돼요.`);
});

test('an order that the branch does not answer: call, or cancel by force', async ({ town, visit }) => {
  const guest = await town.guest();
  const id = await town.order(guest);
  const number = await callNumberOf(guest, id);
  const page = await operatorAt(town, visit, '/ops/orders');
  // The server says so after a minute.
  const cafeName = { ko: '단골 을지로점', en: 'Dangol Euljiro' };
  const item = {
    orderId: id,
    cafeId: 'euljiro',
    cafeName,
    callNumber: number,
    kind: 'UNANSWERED',
    orderStatus: 'PLACED',
  };
  let answered = false;
  await page.route('**/myPages/attention*', (route) => {
    const items = answered ? [] : [{ ...item, since: new Date(Date.now() - 95_000).toISOString() }];
    return route.fulfill({ json: { items } });
  });
  await page.goto(`${town.url}/ops`);
  const todo = page.getByRole('listitem').filter({ hasText: number });
  await expect(todo).toContainText('매장 미확인');
  await expect(todo).toContainText('1분째');
  await expect(todo.getByRole('link', { name: '단골 을지로점에 전화, 02-555-0110' })).toHaveAttribute(
    'href',
    'tel:02-555-0110',
  );
  await todo.getByRole('button', { name: `${number} 강제 취소` }).click();
  await dialog(page).getByRole('textbox').fill('매장과 연락이 되지 않아요');
  answered = true;
  await confirm(page, '강제 취소');
  await says(page, `${number} 주문을 취소했어요. 환불은 자동으로 진행돼요.`);
  await expect(todo).toHaveCount(0);
  await until('the cancel', async () => (await guest.get(`/orders/${id}`)).status === 'CANCELED');
});

test("an order's whole story stands on one line of time and grows by itself", async ({ town, visit }) => {
  const guest = await town.guest();
  const id = await town.order(guest);
  const page = await operatorAt(town, visit, `/ops/orders/${id}`);
  await expect(heading(page, `주문 ${await callNumberOf(guest, id)}`)).toBeVisible();
  const story = page.getByRole('region', { name: '진행 내역' });
  await expect(story).toContainText('고객이 4,300원 주문을 요청했어요');
  await expect(story).toContainText('결제사가 4,300원 결제를 승인했어요');
  await expect(story).toContainText('매장 화면에 주문이 표시됐어요');
  await expect(story).toContainText('매장에게 ‘새 주문’ 메시지를 보냈어요');
  await town.advance(id, 'approve', 'makeStart', 'makeComplete', 'handOver');
  await expect(story).toContainText('고객에게 전달했어요');
  await expect(story).toContainText('매장에 4,300원 정산했어요');
  const told = await story.getByRole('group').allInnerTexts();
  const at = (text: string) => told.findIndex((one) => one.includes(text));
  expect([
    at('요청했어요'),
    at('승인했어요'),
    at('주문을 접수했어요'),
    at('제조를 시작했어요'),
    at('음료가 나왔어요'),
    at('정산했어요'),
  ]).toEqual(
    [
      at('요청했어요'),
      at('승인했어요'),
      at('주문을 접수했어요'),
      at('제조를 시작했어요'),
      at('음료가 나왔어요'),
      at('정산했어요'),
    ].toSorted((a, b) => a - b),
  );
  await story.getByText('매장이 제조를 시작했어요').click();
  await expect(story.getByText('MakeStarted', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '환불' })).toBeVisible();
  await expect(page.getByRole('button', { name: '강제 취소' })).toHaveCount(0);
});

test('the money of a completed order goes back in parts, at the expense of one or the other', async ({
  town,
  visit,
}) => {
  const guest = await town.guest();
  const id = await town.order(guest);
  await town.advance(id, 'approve', 'makeStart');
  const page = await operatorAt(town, visit, `/ops/orders/${id}`);
  await expect(page.getByRole('button', { name: '강제 취소' })).toBeVisible();
  await expect(page.getByRole('button', { name: '환불' }), 'an open order is canceled instead').toHaveCount(0);
  await town.advance(id, 'makeComplete', 'handOver');

  await page.getByRole('button', { name: '환불' }).click();
  await expect(dialog(page)).toContainText('4,300원까지 환불할 수 있어요');
  const amount = dialog(page).getByLabel('환불 금액 (원)');
  await expect(amount).toHaveValue('4300');
  await amount.fill('5000');
  await dialog(page).getByLabel('사유 (기록에 남아요)').fill('얼음이 너무 많았어요');
  await confirm(page, '환불');
  await expect(dialog(page).getByRole('alert')).toContainText('4,300원 이하인 금액');
  await amount.fill('1,300');
  await dialog(page).getByLabel('본사 부담').check();
  await confirm(page, '환불');
  await says(page, '1,300원 환불을 요청했어요');
  const story = page.getByRole('region', { name: '진행 내역' });
  await expect(story).toContainText('1,300원 환불을 시작했어요 · 본사 부담 · 얼음이 너무 많았어요');
  await expect(story).toContainText('1,300원 환불을 마쳤어요');
  await expect(page.getByRole('main')).toContainText('환불한 금액1,300원');

  await page.getByRole('button', { name: '환불' }).click();
  await expect(amount).toHaveValue('3000');
  await dialog(page).getByLabel('사유 (기록에 남아요)').fill('전부 돌려드려요');
  await confirm(page, '환불');
  await expect(story).toContainText('3,000원 환불을 마쳤어요 · 지금까지 4,300원');
  await expect(page.getByText('지금 할 수 있는 조치가 없어요.')).toBeVisible();
});

test('a cancel by force says what it will do, wants a reason, and is told in the story', async ({ town, visit }) => {
  const guest = await town.guest();
  const id = await town.order(guest);
  await town.advance(id, 'approve', 'makeStart');
  const page = await operatorAt(town, visit, `/ops/orders/${id}`);
  await page.getByRole('button', { name: '강제 취소' }).click();
  await expect(dialog(page)).toContainText('결제한 4,300원 전액을 환불해요');
  await expect(dialog(page)).toContainText('되돌릴 수 없어요');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  expect((await guest.get(`/orders/${id}`)).status).toBe('PLACED');
  await page.getByRole('button', { name: '강제 취소' }).click();
  await dialog(page).getByRole('textbox', { name: '사유 (고객에게 보여요)' }).fill('머신이 고장 났어요');
  await confirm(page, '강제 취소');
  const story = page.getByRole('region', { name: '진행 내역' });
  await expect(story).toContainText('주문이 취소됐어요 · 운영자 결정 “머신이 고장 났어요”');
  await expect(story).toContainText('4,300원 환불을 마쳤어요');
  await expect(page.getByText('지금 할 수 있는 조치가 없어요.')).toBeVisible();
});

test('the story names who did each step, and the audit log who overrode what and why', async ({ town, visit }) => {
  const guest = await town.guest();
  const id = await town.order(guest);
  await town.advance(id, 'approve', 'makeStart');
  const page = await operatorAt(town, visit, `/ops/orders/${id}`);
  const story = page.getByRole('region', { name: '진행 내역' });
  const moment = (text: string) => story.locator('.moment').filter({ hasText: text });
  await expect(moment('주문을 요청했어요').locator('.moment-origin')).toHaveText('고객');
  await expect(moment('결제를 승인했어요').locator('.moment-origin')).toHaveText('자동 · 결제사 응답');
  await expect(moment('매장이 제조를 시작했어요').locator('.moment-origin')).toHaveText(/^매장 직원 ./);
  await page.getByRole('button', { name: '강제 취소' }).click();
  await dialog(page).getByRole('textbox').fill('머신이 고장 났어요');
  await confirm(page, '강제 취소');
  const canceled = moment('주문이 취소됐어요');
  await expect(canceled.locator('.moment-origin')).toHaveText(/^운영자 ops-/);
  await expect(canceled).toContainText('“머신이 고장 났어요”');
  const refund = canceled.getByRole('listitem').filter({ hasText: '환불을 시작했어요' });
  await expect(refund.locator('.step-who')).toHaveText('자동');

  await page.getByRole('link', { name: '감사 로그' }).click();
  await expect(heading(page, '감사 로그')).toBeFocused();
  const entry = page.getByRole('listitem').filter({ hasText: '머신이 고장 났어요' });
  await expect(entry).toContainText('주문을 강제 취소했어요');
  await expect(entry).toContainText('사유: 머신이 고장 났어요');
  await expect(entry).toContainText(/운영자 ops-\w+ · 단골 을지로점/);
  const registered = page.getByRole('listitem').filter({ hasText: /ops-\w+ 계정을 등록했어요 · 운영자/ });
  await expect(registered.first()).toBeVisible();
  const me = (await entry.locator('.soft').innerText()).match(/운영자 ops-\w+/)?.[0] ?? '';
  await page.getByRole('combobox', { name: '사람' }).selectOption({ label: me });
  await expect(registered).toHaveCount(0);
  await entry.getByRole('link', { name: '주문 보기' }).click();
  await expect(heading(page, `주문 ${await callNumberOf(guest, id)}`)).toBeVisible();
});

test('what is private in the record is masked', async ({ town, visit }) => {
  const guest = await town.guest();
  const id = await town.deliveryOrder(guest);
  const { pin } = (await guest.get(`/orders/${id}`)).destination;
  const page = await operatorAt(town, visit, `/ops/orders/${id}`);
  const story = page.getByRole('region', { name: '진행 내역' });
  await story.getByText('배달을 준비했어요').click();
  const record = story.getByText('DeliveryPlanned', { exact: true });
  await expect(record).toBeVisible();
  await expect(story).not.toContainText('01012345678');
  await expect(story).not.toContainText(`"pin": "${pin}"`);
});

test('a call number finds its order from anywhere; the focus goes to the heading', async ({ town, visit }) => {
  const guest = await town.guest();
  const id = await town.order(guest);
  await town.ticket(id);
  const number = await callNumberOf(guest, id);
  const page = await operatorAt(town, visit);
  await page.getByRole('searchbox', { name: '호출 번호 또는 주문 ID' }).fill(number);
  await page.keyboard.press('Enter');
  await expect(heading(page, '주문 찾기')).toBeFocused();
  const found = page.getByRole('region', { name: `호출 번호 ${number}` });
  await expect(found).toContainText('1건을 찾았어요');
  await found.getByRole('link', { name: number }).click();
  await expect(heading(page, `주문 ${number}`)).toBeFocused();
  await expect(page).toHaveTitle(`주문 ${number} · 단골 운영`);
  await page.getByRole('searchbox').fill('0000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('호출 번호 0000인 주문을 찾지 못했어요.')).toBeVisible();
  await page.getByRole('searchbox').fill(id);
  await page.keyboard.press('Enter');
  await expect(heading(page, `주문 ${number}`)).toBeVisible();
});

test('a delivery can be taken from a rider who does not come', async ({ town, visit }) => {
  const guest = await town.guest();
  const id = await town.deliveryOrder(guest);
  await town.advance(id, 'approve', 'makeStart');
  const number = await callNumberOf(guest, id);
  const page = await operatorAt(town, visit, '/ops/riders');
  await expect(page.getByRole('region', { name: '라이더가 없는 배달' })).toContainText(number);
  const rider = await town.rider();
  await rider.post('/deliveries/shift', { online: true, place: { latitude: 37.5665, longitude: 126.9911 } });
  await until('the claim', () => rider.post(`/deliveries/${id}/claim`));
  const underway = page.getByRole('region', { name: '진행 중인 배달' });
  await expect(underway).toContainText(number);
  await expect(page.getByRole('region', { name: '근무 중인 라이더' })).toContainText('배달 1건');
  await underway.getByRole('button', { name: '배차 취소' }).click();
  await confirm(page, '배차 취소');
  await says(page, '배차를 취소했어요.');
  await expect(page.getByRole('region', { name: '라이더가 없는 배달' })).toContainText(number);
});

test('English: what needs a hand, and an order', async ({ town, visit }) => {
  const guest = await town.guest();
  const id = await town.order(guest);
  const page = await operatorAt(town, visit, '/ops', 'en-US');
  await expect(heading(page, 'Needs attention')).toBeVisible();
  await expect(page.getByText('Nothing needs attention')).toBeVisible();
  await page.goto(`${town.url}/ops/orders/${id}`);
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('The provider approved ₩4,300');
  await page.getByRole('button', { name: /한국어/ }).click();
  await expect(page.getByRole('region', { name: '진행 내역' })).toContainText('결제사가 4,300원 결제를 승인했어요');
});

test('while the server is away the page says so, and comes back by itself', async ({ town, visit }) => {
  const link = await town.link_for('operator', 'ops-restart');
  const page = await visit(link, { device: tablet, forgive: /ERR_|Failed to fetch|status of 50\d/ });
  await expect(page.getByText('실시간')).toBeVisible();
  await town.server.stop();
  await expect(page.getByTestId('connection-lost')).toContainText('연결이 끊겼어요');
  await town.server.start();
  await expect(page.getByText('실시간')).toBeVisible();
  await expect(page.getByTestId('connection-lost')).toHaveCount(0);
});

test('an order that nobody knows is said to be unknown', async ({ town, visit }) => {
  const page = await operatorAt(town, visit, '/ops/orders/01m83rxb7h0x3gfyhde27xxc3z');
  await expect(page.getByText('주문을 찾을 수 없어요. 주문 ID를 다시 확인해 주세요.')).toBeVisible();
  await expect(page.getByRole('button', { name: '강제 취소' })).toHaveCount(0);
});

test('the address of a branch is copied, and the button says so', async ({ town, visit }) => {
  const page = await operatorAt(town, visit, '/ops/cafes');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: '단골 을지로점 QR 코드' }).click();
  await dialog(page).getByRole('button', { name: '주소 복사' }).click();
  await expect(dialog(page).getByRole('button', { name: '복사했어요' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${town.url}/c/euljiro`);
});
