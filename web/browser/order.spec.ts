// The customer's app when all goes well: choosing, paying, waiting, having it again.
import { expectAccessible } from './support/axe.ts';
import { expect, sounds, tablet, test } from './support/fixtures.ts';
import { expectNothingLost, expectTargets } from './support/layout.ts';
import { heading, orderIdOf, orderOne, pay, payButton, putIn, toCart } from './support/ordering.ts';
import { until } from './support/people.ts';
import { cafe } from './support/town.ts';

test('a new order takes four taps from the menu, and the status page tells each step', async ({ town, visit }) => {
  const page = await visit('/');
  await page.getByRole('link', { name: /단골 을지로점/ }).click();
  await expect(heading(page, '단골 을지로점')).toBeFocused();
  await expect(page.getByText(/지금 약 .*분 · 대기 없음/)).toBeVisible();
  await putIn(page, '아메리카노');
  await expect(page.getByRole('link', { name: '1개 주문하기 4,300원' })).toBeVisible();
  await toCart(page);
  await expect(page.getByRole('region', { name: '결제 금액' })).toContainText('4,300원');
  await pay(page);

  await expect(heading(page, '매장에서 주문을 확인하고 있어요')).toBeVisible();
  const id = orderIdOf(page);
  const { callNumber } = await until('the ticket', async () => (await town.staff()).get(`/cafeOrders/${id}`));
  await expect(page.getByText(callNumber, { exact: true })).toBeVisible();
  await expect(page).toHaveTitle(`주문 ${callNumber}번 · 단골`);
  await expect(page.getByRole('listitem').filter({ hasText: '접수' })).toHaveAttribute('aria-current', 'step');

  await town.advance(id, 'approve');
  await expect(heading(page, '주문이 접수됐어요')).toBeVisible();
  await expect(page.getByTestId('queue-position')).toHaveText('1번째');
  await expect(page.getByText(/약 .*분 뒤|곧 나와요/)).toBeVisible();
  await town.advance(id, 'makeStart');
  await expect(heading(page, '제조 중이에요')).toBeVisible();
  await expect(page.getByText('제조를 시작해서 취소할 수 없어요.')).toBeVisible();
  await expect(page.getByRole('button', { name: '주문 취소하기' })).toBeHidden();
  await town.advance(id, 'makeComplete');
  await expect(heading(page, '음료가 나왔어요')).toBeVisible();
  await expect(page.getByText(`픽업대에서 ${callNumber}번을 찾아가세요`)).toBeVisible();
  await town.advance(id, 'handOver');
  await expect(heading(page, '픽업이 완료됐어요. 맛있게 드세요')).toBeVisible();

  const receipt = page.getByRole('region', { name: '영수증' });
  await expect(receipt).toContainText('공급가액3,909원');
  await expect(receipt).toContainText('부가세391원');
  await expect(receipt).toContainText('합계4,300원');
});

test('the browser’s back closes an open item, and only then leaves the menu', async ({ town, visit }) => {
  const page = await visit('/');
  await page.getByRole('link', { name: /단골 을지로점/ }).click();
  const open = () => page.getByRole('button', { name: /^아메리카노 / }).click();
  await open();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(page.url()).toBe(`${town.url}/c/${cafe}`);
  await open();
  await page.getByRole('dialog').getByRole('button', { name: '닫기' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await putIn(page, '아메리카노');
  await expect(page.getByRole('link', { name: '1개 주문하기 4,300원' })).toBeVisible();
  await page.reload();
  await open();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goBack();
  await expect(heading(page, '어느 매장에서 주문할까요?')).toBeVisible();
  await expect(page.getByText('최근 주문'), 'nothing was ordered yet').toHaveCount(0);
});

test('the queue counts down as those ahead are made', async ({ town, visit }) => {
  const before = await town.guest();
  const ahead = await town.order(before);
  await town.advance(ahead, 'approve');
  const page = await visit(`/c/${cafe}`);
  const id = await orderOne(page);
  await town.advance(id, 'approve');
  await expect(page.getByTestId('queue-position')).toHaveText('2번째');
  await expect(page.getByText('앞에 1잔')).toBeVisible();
  await town.advance(ahead, 'makeStart', 'makeComplete');
  await expect(page.getByTestId('queue-position')).toHaveText('1번째');
});

test('the usual again takes two taps', async ({ visit }) => {
  const page = await visit(`/c/${cafe}`);
  await orderOne(page, '카페 라떼');
  const first = orderIdOf(page);
  await page.getByRole('link', { name: '매장 고르기' }).click();
  await expect(page.getByRole('region', { name: '진행 중인 주문' })).toContainText('매장에서 주문을 확인하고 있어요');

  await page.getByRole('button', { name: /카페 라떼.*다시 주문하기/ }).click();
  await payButton(page).click();
  await expect(heading(page, '매장에서 주문을 확인하고 있어요')).toBeVisible();
  expect(orderIdOf(page)).not.toBe(first);

  await page.getByRole('link', { name: '주문 내역' }).click();
  await expect(page.getByRole('listitem')).toHaveCount(2);
  await page
    .getByRole('button', { name: /다시 주문하기/ })
    .first()
    .click();
  await expect(heading(page, '주문 확인')).toBeVisible();
});

test('options move the price, and the choice is remembered', async ({ visit }) => {
  const page = await visit(`/c/${cafe}`);
  const americano = page.getByRole('button', { name: /^아메리카노 / });
  await americano.click();
  const sheet = page.getByRole('dialog', { name: '아메리카노' });
  await expect(sheet.getByRole('radio', { name: 'HOT' })).toBeChecked();
  await sheet.getByRole('radio', { name: 'ICE' }).check();
  await sheet.getByRole('radio', { name: /라지/ }).check();
  await sheet.getByRole('checkbox', { name: /샷 추가/ }).check();
  await sheet.getByRole('button', { name: '아메리카노 하나 더' }).click();
  await sheet.getByRole('button', { name: '담기 11,000원' }).click();
  await expect(sheet).toBeHidden();
  await expect(americano).toBeFocused();
  await americano.click();
  await expect(sheet.getByRole('radio', { name: 'ICE' })).toBeChecked();
  await page.keyboard.press('Escape');
  await toCart(page);
  await expect(page.getByRole('list', { name: '담은 메뉴' })).toContainText(
    'ICE · 라지 473ml · 고소한 블렌드 · 샷 추가',
  );
  await page.getByRole('button', { name: '아메리카노 하나 빼기' }).click();
  await expect(payButton(page)).toHaveText('5,500원 결제하기');
  await page.reload();
  await expect(payButton(page)).toHaveText('5,500원 결제하기');
});

test('a delivery tells the number for the rider, and where the rider is', async ({ town, visit }) => {
  const page = await visit(`/c/${cafe}`);
  await putIn(page, '아메리카노');
  await toCart(page);
  await page.getByRole('radio', { name: /배달/ }).check();
  await expect(page.getByText('배달받을 주소를 입력해 주세요.')).toBeVisible();
  await expect(payButton(page)).toBeDisabled();
  await page.getByLabel('주소', { exact: true }).fill('서울 중구 을지로 100');
  await page.getByLabel('상세 주소').fill('3층');
  await expect(page.getByText('배달 위치를 설정해 주세요.')).toBeVisible();
  await page.getByRole('button', { name: '현재 위치로 설정' }).click();
  await expect(page.getByText('현재 위치를 배달 위치로 알려드려요.')).toBeVisible();
  await page.getByLabel('연락처').fill('1');
  await expect(page.getByText(/숫자 8자리 이상/)).toBeVisible();
  await expect(payButton(page)).toBeDisabled();
  await page.getByLabel('연락처').fill('010-1234-5678');
  await expect(payButton(page)).toHaveText('7,300원 결제하기');
  await pay(page);
  await expect(heading(page, '매장에서 주문을 확인하고 있어요')).toBeVisible();
  const id = orderIdOf(page);
  const pin = await page.getByTestId('pin').textContent();
  await expect(page.getByRole('region', { name: '배달', exact: true })).toContainText('서울 중구 을지로 100 3층');
  await town.advance(id, 'approve', 'makeStart');
  await expect(page.getByText('음료를 만드는 동안 라이더를 찾고 있어요')).toBeVisible();

  const rider = await town.rider();
  await rider.post('/deliveries/shift', { online: true, place: { latitude: 37.5665, longitude: 126.9911 } });
  await until('the offer', () => rider.post(`/deliveries/${id}/claim`));
  await expect(page.getByText('라이더가 매장으로 가고 있어요')).toBeVisible();
  await town.advance(id, 'makeComplete');
  await expect(heading(page, '음료가 나왔어요. 라이더를 기다리고 있어요')).toBeVisible();
  const { callNumber } = await rider.get(`/deliveries/${id}`);
  await until('the pickup', () => rider.post(`/deliveries/${id}/start`, { callNumber }));
  await expect(heading(page, '배달이 시작됐어요')).toBeVisible();
  await rider.post(`/deliveries/${id}/confirm`, { pin });
  await expect(heading(page, '배달이 완료됐어요. 맛있게 드세요')).toBeVisible();
});

test('without a place nothing is delivered, and the screen says what to do', async ({ visit }) => {
  const page = await visit(`/c/${cafe}`, { place: null });
  await putIn(page, '아메리카노');
  await toCart(page);
  await page.getByRole('radio', { name: /배달/ }).check();
  await page.getByLabel('주소', { exact: true }).fill('부산 해운대구 1');
  await page.getByLabel('연락처').fill('010-1234-5678');
  await page.getByRole('button', { name: '현재 위치로 설정' }).click();
  await expect(page.getByText(/위치를 허용한 뒤 다시 설정하거나, 픽업으로 주문해 주세요/)).toBeVisible();
  await expect(payButton(page)).toBeDisabled();
  await page.getByRole('radio', { name: /픽업/ }).check();
  await expect(payButton(page)).toHaveText('4,300원 결제하기');
});

test('more than the café takes is said, not swallowed', async ({ visit }) => {
  const page = await visit(`/c/${cafe}`);
  for (const more of [30, 19]) {
    await page.getByRole('button', { name: /^아메리카노 / }).click();
    for (let count = 0; count < more; count++) await page.getByRole('button', { name: '아메리카노 하나 더' }).click();
    await page.getByRole('button', { name: /^담기 / }).click();
  }
  await expect(page.getByText('한 메뉴는 50개까지 담을 수 있어요. 19개만 담았어요.')).toBeVisible();
  await toCart(page);
  await expect(page.getByText('한 메뉴는 50개까지 담을 수 있어요.', { exact: true })).toBeVisible();
  await expect(payButton(page)).toHaveText('215,000원 결제하기');
});

test('a phone whose clock is 9 minutes slow shows the same minutes', async ({ town, visit }) => {
  const page = await visit(`/c/${cafe}`);
  await page.addInitScript(() => {
    const right = Date.now;
    Date.now = () => right() - 9 * 60_000;
  });
  await page.reload();
  await town.advance(await orderOne(page), 'approve');
  await expect(page.getByTestId('queue-position')).toBeVisible();
  await expect(page.locator('.queue')).toContainText(/곧 나와요|약 ([1-5]|1–[2-5]|2–[3-5])분 뒤/);
});

test('it rings when the drink is ready, for those who asked', async ({ town, visit }) => {
  const page = await visit(`/c/${cafe}`);
  const id = await orderOne(page);
  await page.getByRole('button', { name: '나오면 소리로 알림 받기' }).click();
  await expect(page.getByText('나오면 소리로 알려드려요')).toBeVisible();
  const before = await sounds(page);
  await town.advance(id, 'approve', 'makeStart', 'makeComplete');
  await expect(heading(page, '음료가 나왔어요')).toBeVisible();
  await expect.poll(() => sounds(page)).toBeGreaterThan(before);
});

test('the nearest branch comes first once the place is allowed, and a far one is warned of', async ({ visit }) => {
  const page = await visit('/', { place: { latitude: 37.5424, longitude: 127.056 } });
  const branches = page.getByRole('listitem');
  await expect(branches.first()).toContainText('단골 을지로점');
  await page.getByRole('button', { name: '가까운 매장부터 보기' }).click();
  await expect(branches.first()).toContainText('단골 성수점');
  await expect(branches.first()).toContainText(/\d+ m 거리/);
  await page.getByRole('link', { name: /단골 을지로점/ }).click();
  await putIn(page, '아메리카노');
  await toCart(page);
  await expect(page.getByText(/이 매장은 6\.\d km 떨어져 있어요/)).toBeVisible();
});

test('the place may be refused', async ({ visit }) => {
  const page = await visit('/', { place: null });
  await page.getByRole('button', { name: '가까운 매장부터 보기' }).click();
  await expect(page.getByText(/위치를 알 수 없어요/)).toBeVisible();
});

test('by keyboard alone', async ({ visit }) => {
  const page = await visit('/');
  await expect(page.getByRole('link', { name: /단골 을지로점/ })).toBeVisible();
  const onto = async (name: RegExp) => {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      const label = (await focused.getAttribute('aria-label')) ?? (await focused.textContent().catch(() => '')) ?? '';
      if (name.test(label.replaceAll('\n', ' '))) return;
    }
    throw new Error(`Tab never comes to ${name}`);
  };
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '본문으로 건너뛰기' })).toBeFocused();
  await onto(/단골 을지로점/);
  await page.keyboard.press('Enter');
  await expect(heading(page, '단골 을지로점')).toBeFocused();
  await onto(/^카페 라떼/);
  await page.keyboard.press('Enter');
  await onto(/^HOT|^$/);
  await page.keyboard.press('ArrowRight');
  await onto(/^담기/);
  await page.keyboard.press('Enter');
  await onto(/주문하기/);
  await page.keyboard.press('Enter');
  await expect(heading(page, '주문 확인')).toBeFocused();
  await expect(page.getByRole('list', { name: '담은 메뉴' })).toContainText('ICE');
  await expect(payButton(page)).toBeEnabled();
  await onto(/결제하기$/);
  await page.keyboard.press('Enter');
  await expect(heading(page, '매장에서 주문을 확인하고 있어요')).toBeFocused();
});

test('in English', async ({ town, visit }) => {
  const page = await visit('/', { locale: 'en-US' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('link', { name: /Dangol Euljiro/ }).click();
  await page.getByRole('button', { name: /^Americano / }).click();
  await page.getByRole('button', { name: 'Add ₩4,300' }).click();
  await page.getByRole('link', { name: /Check out/ }).click();
  await page.getByRole('button', { name: 'Pay ₩4,300' }).click();
  await expect(heading(page, 'Waiting for the café')).toBeVisible();
  await town.advance(orderIdOf(page), 'approve', 'makeStart', 'makeComplete');
  await expect(heading(page, 'Your order is ready')).toBeVisible();
  await page.getByRole('button', { name: '한국어 화면으로 보기' }).click();
  await expect(heading(page, '음료가 나왔어요')).toBeVisible();
});

for (const [locale, colorScheme] of [
  ['ko-KR', 'light'],
  ['ko-KR', 'dark'],
  ['en-US', 'light'],
  ['en-US', 'dark'],
] as const) {
  test(`every screen is for everybody: ${locale}, ${colorScheme}`, async ({ town, visit }) => {
    const page = await visit('/', { locale, colorScheme });
    const look = async (where: string) => {
      await expectAccessible(page, where);
      await expectTargets(page, 44, where);
      for (const size of [{ width: 320, height: 640 }, tablet, { width: 390, height: 844 }]) {
        await page.setViewportSize(size);
        await expectNothingLost(page, `${where} at ${size.width}`);
      }
    };
    await expect(page.locator('.cafe-wait').first()).toBeVisible();
    await look('branches');
    await page.goto(`${town.url}/c/${cafe}`);
    await expect(page.locator('.menu-item').first()).toBeVisible();
    await look('menu');
    await page.locator('.menu-item button').first().click();
    await look('item');
    await page.locator('.sheet-foot .button-primary').click();
    await page.goto(`${town.url}/cart`);
    await page.getByRole('radio').nth(1).check(); // delivery
    await page.locator('.delivery-form input').first().fill('서울 중구 을지로 100');
    await page.locator('.delivery-form input').nth(2).fill('010-1234-5678');
    await page.locator('.delivery-where button').click();
    await page.locator('.practice summary').click();
    await expect(page.locator('.bottom-bar .button-primary')).toBeEnabled();
    await look('cart');
    await page.locator('.bottom-bar .button-primary').click();
    await expect(page.getByTestId('pin')).toBeVisible();
    await look('status');
    await page.getByRole('button', { name: /주문 취소하기|Cancel the order/ }).click();
    await look('cancel?');
    await page.keyboard.press('Escape');
    await town.advance(orderIdOf(page), 'approve');
    await expect(page.getByTestId('queue-position')).toBeVisible();
    await look('accepted');
    await page.goto(`${town.url}/history`);
    await expect(page.locator('.history-row')).toHaveCount(1);
    await look('history');
    await page.goto(town.url);
    await expect(page.locator('.again-card')).toBeVisible();
    await look('branches, again');
  });
}
