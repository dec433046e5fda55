// A slow phone on a slow network (profile M of frontend.md §3), and what it sees of the customer's app.
const profile = { latency: 150, downloadThroughput: (1.6e6 / 8) | 0, uploadThroughput: (750e3 / 8) | 0, offline: false };
const slowdown = 4;

function watchVitals() {
  const vitals = { fcp: 0, lcp: 0, cls: 0, inp: 0, lcpElement: '', interactions: [] };
  window.vitals = vitals;
  const observe = (type, each, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
  observe('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') vitals.fcp = entry.startTime;
  });
  observe('largest-contentful-paint', (entry) => {
    vitals.lcp = entry.startTime;
    vitals.lcpElement = entry.element?.className || entry.element?.tagName || '';
  });
  observe('layout-shift', (entry) => {
    if (!entry.hadRecentInput) vitals.cls += entry.value;
  });
  observe('event', (entry) => {
    if (!entry.interactionId) return;
    vitals.inp = Math.max(vitals.inp, entry.duration);
    const on = entry.target?.textContent?.slice(0, 16) ?? '';
    const [before, work] = [entry.processingStart - entry.startTime, entry.processingEnd - entry.processingStart];
    vitals.interactions.push(`${entry.name} “${on}” ${entry.duration} ms (waited ${Math.round(before)}, worked ${Math.round(work)})`);
  }, { durationThreshold: 16 });
}

async function slowPage(context, { network = true } = {}) {
  const page = await context.newPage();
  await page.addInitScript(watchVitals);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  if (network) await cdp.send('Network.emulateNetworkConditions', profile);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return page;
}

const newContext = (browser) =>
  browser.newContext({ viewport: { width: 360, height: 800 }, deviceScaleFactor: 2, locale: 'ko-KR', isMobile: true, hasTouch: true });

async function load(page, address) {
  await page.goto(address, { waitUntil: 'load' });
  // The button is there from the server; it can be tapped when the app has taken over.
  await page.locator('.menu-item button:enabled').first().waitFor();
  const tappable = await page.evaluate(() => performance.now());
  await page.waitForTimeout(1_500); // a later, larger paint still counts
  return { ...(await page.evaluate(() => window.vitals)), tappable };
}

/** One cold visit of a branch's menu and one more after it. */
export async function visit(browser, url) {
  const context = await newContext(browser);
  const page = await slowPage(context);
  const cold = await load(page, `${url}/c/euljiro`);
  await page.evaluate(() => navigator.serviceWorker?.ready);
  await page.close();
  const second = await slowPage(context);
  const again = await load(second, `${url}/c/euljiro`);
  await context.close();
  return { cold, again };
}

/**
 * Somebody looks at the screen. Headless Chromium draws a change of the fixed bar alone only with the next change elsewhere
 * (the page's own frames go on, the tap's next paint is told hundreds of milliseconds late), unless its frames are taken.
 */
async function look(page) {
  const cdp = await page.context().newCDPSession(page);
  cdp.on('Page.screencastFrame', ({ sessionId }) => cdp.send('Page.screencastFrameAck', { sessionId }).catch(() => {}));
  await cdp.send('Page.startScreencast', { format: 'jpeg', quality: 1, maxWidth: 90, maxHeight: 200 });
}

/** The worst interaction, and what jumped, on the way from the menu to a paid order. */
export async function orderOnce(browser, url) {
  const context = await newContext(browser);
  const page = await slowPage(context);
  await page.goto(`${url}/c/euljiro`, { waitUntil: 'load' });
  await look(page);
  await page.getByRole('button', { name: /^아메리카노/ }).tap();
  await page.getByRole('button', { name: /담기/ }).tap();
  await page.getByRole('link', { name: /주문하기/ }).or(page.getByRole('button', { name: /주문하기/ })).first().tap();
  await page.getByRole('button', { name: /결제하기|원 결제/ }).tap();
  await page.waitForURL(/\/o\//, { timeout: 30_000 });
  await page.waitForTimeout(1_000);
  const vitals = await page.evaluate(() => window.vitals);
  await context.close();
  return vitals;
}
