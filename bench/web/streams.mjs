// From a commit to the words on a customer's screen, while a thousand others watch their orders too.
import http from 'node:http';
import { byCode, guest, place } from './town.mjs';

const watchers = 20; // customers; each follows some orders

async function openStreams(url, count) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const opened = [];
  const sockets = [];
  const orders = [];
  for (let i = 0; i < watchers; i++) {
    const customer = await guest(url);
    for (let j = 0; j < count / watchers; j++) {
      const order = await place(customer);
      orders.push(order);
      opened.push(
        new Promise((ready, failed) => {
          const headers = { Authorization: `Bearer ${customer.session.accessToken}`, Accept: 'text/event-stream' };
          const request = http.get(`${url}/myPages/${order}/stream`, { headers, agent }, (response) => {
            response.resume();
            response.statusCode === 200 ? ready() : failed(new Error(`stream: ${response.statusCode}`));
          });
          request.on('error', failed);
          sockets.push(request);
        }),
      );
    }
  }
  await Promise.all(opened);
  return { orders, close: () => sockets.forEach((socket) => socket.removeAllListeners('error').on('error', () => {}).destroy()) };
}

/** Milliseconds from the café's answered command to the changed sentence in the page, one for each step. */
export async function commitToScreen(browser, town, streams, steps) {
  const staff = await byCode(town.url, town.codes.euljiro);
  const crowd = await openStreams(town.url, streams);
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, locale: 'ko-KR' });
  const page = await context.newPage();
  const delays = [];
  try {
    const customer = await guest(town.url);
    await page.goto(town.url);
    await page.evaluate((session) => localStorage.setItem('dangol.session.order', JSON.stringify(session)), customer.session);
    for (let i = 0; delays.length < steps; i++) {
      const order = await place(customer);
      await page.goto(`${town.url}/o/${order}`);
      await page.locator('.order-number').waitFor();
      const sentence = page.locator('main h1');
      for (const step of ['approve', 'makeStart', 'makeComplete']) {
        const before = await sentence.textContent();
        await page.evaluate((text) => {
          window.changed = new Promise((done) => {
            const look = () => {
              const now = document.querySelector('main h1')?.textContent;
              if (now && now !== text) done(performance.timeOrigin + performance.now());
              else requestAnimationFrame(look);
            };
            look();
          });
        }, before);
        for (let tries = 0; ; tries++) {
          try {
            await staff.post(`/cafeOrders/${order}/${step}`);
            break;
          } catch (error) {
            if (tries > 50) throw error; // the ticket is on its way
            await new Promise((later) => setTimeout(later, 20));
          }
        }
        const committed = performance.timeOrigin + performance.now();
        const seen = await page.evaluate(() => window.changed);
        delays.push(Math.max(0, seen - committed));
        // The others' orders move as well.
        const other = crowd.orders[(i * 3 + delays.length) % crowd.orders.length];
        await staff.post(`/cafeOrders/${other}/approve`).catch(() => undefined);
      }
    }
  } finally {
    await context.close();
    crowd.close();
  }
  return delays;
}
