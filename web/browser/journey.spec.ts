// The whole journey, as four people see it at once: customer, barista, rider and operator, each in a browser of their own.
import type { Page } from '@playwright/test';
import { expect, sounds, tablet, test } from './support/fixtures.ts';
import { cafe } from './support/town.ts';

const card = (page: Page, callNumber: string) => page.getByRole('article').filter({ hasText: callNumber });
const tapOn = (page: Page, callNumber: string, name: string | RegExp) =>
  card(page, callNumber).getByRole('button', { name }).click();

test('a delivered order on four screens', async ({ town, visit }) => {
  test.setTimeout(120_000);
  const bar = await visit(await town.link_for('staff', 'minji'), { device: tablet });
  await bar.getByRole('button', { name: '영업 시작' }).click();
  const rider = await visit(town.link('rider'));
  await rider.getByRole('button', { name: '근무 시작' }).click();
  const office = await visit(await town.link_for('operator', 'sujin'), { device: tablet });
  await expect(office.getByRole('heading', { level: 1 })).toBeVisible();

  // Somebody is before our customer.
  const first = await town.order(await town.guest());
  await town.advance(first, 'approve');
  const before = (await (await town.staff()).get(`/cafeOrders/${first}`)).callNumber;

  const customer = await visit(`/c/${cafe}`);
  const heard = await sounds(bar);
  await customer.getByRole('button', { name: /^카페 라떼/ }).click(); // 1
  await customer.getByRole('button', { name: /^담기/ }).click(); // 2
  await customer.getByRole('link', { name: /주문하기/ }).click(); // 3
  await customer.getByRole('radio', { name: /배달/ }).click();
  await customer.getByLabel('주소', { exact: true }).fill('서울 중구 을지로 100');
  await customer.getByLabel('상세 주소').fill('3층');
  await customer.getByLabel('연락처').fill('010-1234-5678');
  await customer.getByRole('button', { name: '현재 위치로 설정' }).click();
  await expect(customer.getByText('현재 위치를 배달 위치로 알려드려요.')).toBeVisible();
  await customer.getByRole('button', { name: /결제하기/ }).click(); // 4
  await customer.waitForURL(/\/o\//);
  const orderId = customer.url().split('/').at(-1) ?? '';
  const { callNumber } = await (await town.operator()).get(`/myPages/${orderId}`);
  await expect(customer.getByRole('main').getByText(callNumber)).toBeVisible();

  await expect.poll(() => sounds(bar), 'the café hears it').toBeGreaterThan(heard);
  await tapOn(bar, callNumber, /^접수/);
  await expect(customer.getByText('주문이 접수됐어요').first()).toBeVisible({ timeout: 15_000 });
  await expect(customer.getByTestId('queue-position')).toHaveText('2번째');

  await tapOn(bar, before, '제조 시작');
  await tapOn(bar, before, '제조 완료');
  await expect(customer.getByTestId('queue-position'), 'it moves').toHaveText('1번째', { timeout: 20_000 });

  await tapOn(bar, callNumber, '제조 시작');
  await expect(customer.getByText('제조 중이에요').first()).toBeVisible({ timeout: 15_000 });
  await rider.getByRole('button', { name: /^배차 받기/ }).click();
  await expect(customer.getByText('라이더가 매장으로 가고 있어요')).toBeVisible();
  await tapOn(bar, callNumber, '제조 완료');
  await rider.getByRole('button', { name: /개 확인/ }).click();
  await expect(rider.getByRole('button', { name: '픽업 완료' })).toBeEnabled({ timeout: 15_000 });
  await rider.getByRole('button', { name: '픽업 완료' }).click();
  await expect(customer.getByText('배달이 시작됐어요').first()).toBeVisible();
  await office.goto(`${town.url}/ops/orders/${orderId}`);
  await expect(office.getByText('배달 중').first()).toBeVisible();

  const pin = (await customer.getByTestId('pin').textContent())?.replace(/\D/g, '') ?? '';
  await rider.getByRole('textbox', { name: '4자리 중 1번째' }).click();
  await rider.keyboard.type(pin);

  await expect(customer.getByText('배달이 완료됐어요').first()).toBeVisible();
  await expect(rider.getByText(/배달을 완료했어요/)).toBeVisible();
  await expect(office.getByText('배달 완료').first()).toBeVisible();
  await expect(card(bar, callNumber)).toHaveCount(0);
  await bar.getByRole('button', { name: '지난 주문' }).click();
  const past = bar.getByRole('dialog').getByRole('listitem').filter({ hasText: callNumber });
  await expect(past).toContainText(/전달 완료|라이더/);
});

test('ten seconds without a network: customer and bar say so, and are right within three seconds', async ({
  town,
  visit,
}) => {
  const forgive = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|Failed to fetch/;
  const bar = await visit(await town.link_for('staff', 'minji'), { device: tablet, forgive });
  await bar.getByRole('button', { name: '영업 시작' }).click();
  const customer = await visit(`/c/${cafe}`, { forgive });
  await customer.getByRole('button', { name: /^아메리카노/ }).click();
  await customer.getByRole('button', { name: /^담기/ }).click();
  await customer.getByRole('link', { name: /주문하기/ }).click();
  await customer.getByRole('button', { name: /결제하기/ }).click();
  await customer.waitForURL(/\/o\//);
  const orderId = customer.url().split('/').at(-1) ?? '';
  await expect(bar.getByRole('article')).toHaveCount(1);

  await customer.context().setOffline(true);
  await bar.context().setOffline(true);
  const gone = Date.now();
  await expect(bar.getByTestId('connection-lost')).toBeVisible();
  await expect(customer.getByText(/오프라인이에요/)).toBeVisible();
  const second = await town.order(await town.guest());
  await town.advance(orderId, 'approve', 'makeStart', 'makeComplete');
  await town.advance(second, 'approve');
  await customer.waitForTimeout(Math.max(0, gone + 10_000 - Date.now()));
  await expect(customer.getByRole('heading', { name: '매장에서 주문을 확인하고 있어요' })).toBeVisible();

  await customer.context().setOffline(false);
  await bar.context().setOffline(false);
  const back = { timeout: 3_000 };
  await Promise.all([
    expect(customer.getByRole('heading', { name: '음료가 나왔어요' })).toBeVisible(back),
    expect(bar.getByRole('region', { name: /^픽업 대기/ }).getByRole('article')).toHaveCount(1, back),
    expect(bar.getByRole('region', { name: /^제조 중/ }).getByRole('article')).toHaveCount(1, back),
    expect(bar.getByTestId('connection-lost')).toHaveCount(0, back),
  ]);
  await expect(bar.getByRole('article'), 'nothing is there twice').toHaveCount(2);
});
