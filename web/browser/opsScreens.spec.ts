// The operator's other screens: branches, people, dead letters, the system; and that all can be used by everybody.
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, phone, tablet, test } from './support/fixtures.ts';
import { expectNothingLost, expectTargets } from './support/layout.ts';
import { Person } from './support/people.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const confirm = (page: Page, verb: string) => dialog(page).getByRole('button', { name: verb, exact: true }).click();
const says = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();
const card = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });

test('a branch is closed and opened again, each time asked first', async ({ town, visit }) => {
  const page = await visit(town.link('operator'), { device: tablet });
  await page.getByRole('link', { name: '매장' }).click();
  const euljiro = card(page, '단골 을지로점');
  await expect(euljiro).toContainText('영업 중');
  await euljiro.getByRole('button', { name: '영업 종료' }).click();
  await expect(dialog(page)).toContainText('이미 받은 주문은 그대로 진행돼요');
  await confirm(page, '영업 종료');
  await says(page, '단골 을지로점 영업을 종료했어요.');
  await expect(euljiro).toContainText('영업 종료');
  await euljiro.getByRole('button', { name: '영업 시작' }).click();
  await confirm(page, '영업 시작');
  await expect(euljiro).toContainText('영업 중');
  await euljiro.getByRole('button', { name: '30분 일시중지' }).click();
  await confirm(page, '30분 일시중지');
  await expect(euljiro).toContainText('까지 일시중지');
  await euljiro.getByRole('button', { name: '단골 을지로점 QR 코드' }).click();
  await expect(dialog(page).getByRole('img', { name: '단골 을지로점 QR 코드' })).toBeVisible();
  await expect(dialog(page)).toContainText(`${town.url}/c/euljiro`);
});

test('a branch is registered and changed; what is missing is said at its field', async ({ town, visit }) => {
  const page = await visit(town.link('operator'), { device: tablet });
  await page.getByRole('link', { name: '매장' }).click();
  await page.getByRole('link', { name: '매장 등록' }).click();
  await page.getByRole('button', { name: '매장 등록' }).click();
  await expect(page.getByRole('textbox', { name: '이름 (한국어)' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: '이름 (한국어)' })).toHaveAccessibleDescription('필수 항목이에요.');
  await page.getByRole('textbox', { name: '매장 ID' }).fill('mapo');
  await page.getByRole('textbox', { name: '이름 (한국어)' }).fill('단골 마포');
  await page.getByRole('textbox', { name: '이름 (영어)' }).fill('Dangol Mapo');
  await page.getByRole('textbox', { name: '주소' }).fill('서울 마포구 마포대로 1');
  await page.getByRole('textbox', { name: '위도' }).fill('37.54');
  await page.getByRole('textbox', { name: '경도' }).fill('126.95');
  await page.getByRole('button', { name: '매장 등록' }).click();
  await expect(dialog(page)).toContainText('단골 마포를 등록할까요?');
  await confirm(page, '매장 등록');
  await expect(card(page, '단골 마포')).toContainText('영업 종료');
  await card(page, '단골 마포').getByRole('link', { name: '단골 마포 정보 수정' }).click();
  await page.getByRole('textbox', { name: '전화번호' }).fill('02-555-0999');
  await page.getByRole('button', { name: '저장' }).click();
  await confirm(page, '저장');
  await says(page, '단골 마포 정보를 수정했어요.');
  const { items } = await (await town.guest()).get('/cafes');
  expect(items.find(({ id }: { id: string }) => id === 'mapo').phone).toBe('02-555-0999');
});

test('what another operator has changed meanwhile is not overwritten', async ({ town, visit }) => {
  const page = await visit(await town.link_for('operator', 'second'), { device: tablet });
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.goto(`${town.url}/ops/cafes/euljiro`);
  const address = page.getByRole('textbox', { name: '주소' });
  await address.fill('서울 중구 을지로 112');
  const other = await town.operator();
  const { id, state, openNow, opensAt, businessDay, hours, ...profile } = await other.get('/cafes/euljiro');
  await other.put('/cafes/euljiro/profile', { ...profile, phone: '02-555-0777' });

  await page.getByRole('button', { name: '저장' }).click();
  await confirm(page, '저장');
  await expect(dialog(page).getByRole('alert')).toContainText('그사이 다른 사람이 바꿨어요');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '새로 불러오기' }).click();
  await expect(page.getByRole('textbox', { name: '전화번호' })).toHaveValue('02-555-0777');
  await address.fill('서울 중구 을지로 112');
  await page.getByRole('button', { name: '저장' }).click();
  await confirm(page, '저장');
  await says(page, '단골 을지로점 정보를 수정했어요.');
  const saved = await other.get('/cafes/euljiro');
  expect([saved.address, saved.phone]).toEqual(['서울 중구 을지로 112', '02-555-0777']);
});

test('somebody is registered and gets a link that is good for one sign-in', async ({ town, visit }) => {
  const page = await visit(town.link('operator'), { device: tablet });
  await page.getByRole('link', { name: '계정' }).click();
  await page.getByRole('button', { name: '계정 등록' }).click();
  await dialog(page).getByRole('textbox', { name: '이름' }).fill('김민지');
  await dialog(page).getByRole('textbox', { name: '아이디' }).fill('minji');
  await dialog(page).getByRole('checkbox', { name: '단골 성수점' }).check();
  await dialog(page).getByRole('button', { name: '등록하고 링크 만들기' }).click();
  await expect(dialog(page)).toContainText('이 링크는 지금 한 번만 보여요');
  await expect(dialog(page).getByRole('img', { name: '로그인 QR 코드' })).toBeVisible();
  const link = await dialog(page).getByRole('textbox', { name: '로그인 링크' }).inputValue();
  expect(link).toContain(`${town.url}/store#code=`);
  const minji = await Person.byCode(town.url, decodeURIComponent(link.split('#code=')[1] ?? ''));
  expect((await minji.get('/sessions/current')).cafes).toEqual(['seongsu']);
  await dialog(page).getByRole('button', { name: '보냈어요' }).click();

  const row = page.getByRole('listitem').filter({ hasText: '김민지' });
  await expect(row).toContainText('단골 성수점');
  await row.getByRole('button', { name: '김민지의 근무 매장' }).click();
  await dialog(page).getByRole('checkbox', { name: '단골 연남점' }).check();
  await dialog(page).getByRole('button', { name: '저장' }).click();
  await expect(row).toContainText('단골 성수점, 단골 연남점');
  await row.getByRole('button', { name: '김민지 계정 사용 중지' }).click();
  await confirm(page, '사용 중지');
  await expect(row).toContainText('사용 중지됨');
  await expect(row.getByRole('button')).toHaveCount(0);
});

test('dead letters are tried again or given up by what they are about', async ({ town, visit }) => {
  const page = await visit(town.link('operator'), { device: tablet });
  await expect(page.getByRole('navigation')).toBeVisible();
  const subject = '06dq3v8h5n2c9w7x4z1k6m0p8r';
  const letter = (eventId: string, eventType: string) => {
    const place = { source: 'order', subject, partition: 0, offset: 41, attempts: 2 };
    return {
      ...place,
      eventId,
      eventType,
      reason: 'cannot be handled',
      parkedAt: '2026-11-23T01:02:03.004Z',
      data: '{"a":1}',
    };
  };
  let items = [letter('e1', 'OrderPlaced'), letter('e2', 'OrderCanceled')];
  const asked: unknown[] = [];
  await page.route('**/contexts/mypage/deadLetters*', (route) => route.fulfill({ json: { items } }));
  await page.route('**/contexts/mypage/deadLetters/drop', (route) => {
    asked.push(route.request().postDataJSON());
    items = [];
    return route.fulfill({ json: { ended: 2 } });
  });
  await page.getByRole('link', { name: '실패한 이벤트' }).click();
  await page.reload();
  const group = card(page, 'OrderPlaced');
  await expect(group).toContainText('2건 대기');
  await expect(group).toContainText('주문 → 마이페이지');
  await group.getByRole('button', { name: '다시 처리' }).click();
  await confirm(page, '다시 처리'); // the real server has no such dead letters
  await expect(page.getByRole('status').or(dialog(page).getByRole('alert')).first()).toBeVisible();
  if (await dialog(page).isVisible()) await page.keyboard.press('Escape');
  await group.getByRole('button', { name: '포기' }).click();
  await expect(dialog(page)).toContainText('이벤트 2건을 더 이상 처리하지 않아요');
  await confirm(page, '포기');
  await says(page, '이벤트 2건을 포기했어요.');
  expect(asked).toEqual([{ source: 'order', subject }]);
  await expect(page.getByText('실패한 이벤트가 없어요')).toBeVisible();
});

test('the read model is compared with its events; the ledger adds up', async ({ town, visit }) => {
  const guest = await town.guest();
  await town.advance(await town.order(guest), 'approve', 'makeStart', 'makeComplete', 'handOver');
  const page = await visit(town.link('operator'), { device: tablet });
  await page.getByRole('link', { name: '시스템' }).click();
  await expect(page.getByRole('row', { name: /마이페이지 응답함/ })).toBeVisible();
  await page.getByRole('button', { name: '비교만 하기' }).click();
  await expect(dialog(page)).toContainText('아무것도 바꾸지 않아요');
  await confirm(page, '비교만 하기');
  await expect(page.getByText(/건을 비교했고 모두 같았어요/)).toBeVisible();
  await page.getByRole('link', { name: '정산' }).click();
  await expect(page.getByText('원장이 일치해요')).toBeVisible();
  await expect(page.getByRole('row', { name: /단골 을지로점에 지급할 금액/ })).toContainText('−4,300원');
});

test('an account that is not an operator gets no further', async ({ town, visit }) => {
  const page = await visit(`/ops#code=${town.code('rider')}`, { device: tablet });
  await expect(page.getByText('운영자 계정이 아니에요')).toBeVisible();
  await page.getByRole('button', { name: '로그아웃' }).click();
  await expect(page.getByRole('textbox', { name: '일회용 코드' })).toBeVisible();
});

const routes = [
  '',
  '/orders',
  '/riders',
  '/cafes',
  '/cafes/new',
  '/cafes/euljiro',
  '/people',
  '/money',
  '/dead-letters',
  '/audit',
  '/system',
];

for (const [locale, scheme] of [
  ['ko-KR', 'light'],
  ['ko-KR', 'dark'],
  ['en-US', 'light'],
  ['en-US', 'dark'],
] as const) {
  test(`every screen can be used by everybody: ${locale}, ${scheme}`, async ({ town, visit }) => {
    test.slow();
    const guest = await town.guest();
    const id = await town.deliveryOrder(guest);
    await town.advance(id, 'approve', 'makeStart');
    await town.order(guest, undefined, { payment: { method: 'card', token: 'stall' } });
    const page = await visit(town.link('operator'), { device: tablet, locale, colorScheme: scheme });
    await expect(page.getByRole('navigation')).toBeVisible();
    for (const route of [...routes, `/orders/${id}`]) {
      await page.setViewportSize(tablet);
      await page.goto(`${town.url}/ops${route}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('load');
      await expect(page.locator('.waiting')).toHaveCount(0);
      await expectAccessible(page, `${route} ${locale} ${scheme}`);
      await expectTargets(page, 44, route);
      for (const width of [320, phone.width]) {
        await page.setViewportSize({ width, height: 700 });
        await expectNothingLost(page, `${route} at ${width}`);
      }
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      await expectNothingLost(page, `${route} at 200 %`);
    }
  });
}

test('a link that was used before does not sign anybody out; a new one changes who is there', async ({
  town,
  visit,
}) => {
  const page = await visit(town.link('operator'), { device: tablet });
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.goto('about:blank');
  await page.goto(town.link('operator'));
  await expect(page.getByRole('heading', { level: 1, name: '조치 필요' })).toBeVisible();
  await expect(page).toHaveURL(`${town.url}/ops`);
  await page.goto('about:blank');
  await page.goto(`${town.url}/ops#code=${town.code('rider')}`);
  await expect(page.getByText('운영자 계정이 아니에요')).toBeVisible();
});
