// `import { expect, test } from './support/fixtures.ts'`: each test has a town of its own, and a page fails it that logs an
// error, breaks the content security policy, or asks for anything from elsewhere.
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { nearby, Town } from './town.ts';

interface Device {
  width: number;
  height: number;
}
export const phone: Device = { width: 390, height: 844 };
export const tablet: Device = { width: 1180, height: 820 };

interface Fixtures {
  flags: string[];
  town: Town;
  /** A browser of somebody's own: its cookies, its storage, its faults counted. */
  visit: (address?: string, options?: VisitOptions) => Promise<Page>;
}
interface VisitOptions {
  device?: Device;
  locale?: 'ko-KR' | 'en-US';
  colorScheme?: 'light' | 'dark';
  /** Where this person stands and lets the page know; null: refused. */
  place?: { latitude: number; longitude: number } | null;
  /** What the page may complain about, such as a network that a test takes away. */
  forgive?: RegExp;
  /** Blocked where a test answers requests itself: those that a service worker makes pass by `page.route`. */
  serviceWorkers?: 'block';
}

export const test = base.extend<Fixtures>({
  flags: [[], { option: true }],
  town: async ({ flags }, use) => {
    const town = new Town(flags);
    await town.open();
    await use(town);
    await town.server.remove();
  },
  visit: async ({ browser, town }, use) => {
    const contexts: BrowserContext[] = [];
    const faults: string[] = [];
    await use(async (address = '/', options = {}) => {
      const context = await enter(browser, town, options, faults);
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(address.startsWith('http') ? address : town.url + address);
      return page;
    });
    for (const context of contexts) await context.close();
    expect(faults).toEqual([]);
  },
});
export { expect } from '@playwright/test';

async function enter(browser: Browser, town: Town, options: VisitOptions, faults: string[]): Promise<BrowserContext> {
  const place = options.place === undefined ? nearby : options.place;
  const context = await browser.newContext({
    viewport: options.device ?? phone,
    locale: options.locale ?? 'ko-KR',
    colorScheme: options.colorScheme ?? 'light',
    timezoneId: 'Asia/Seoul',
    serviceWorkers: options.serviceWorkers ?? 'allow',
    ...(place ? { geolocation: place, permissions: ['geolocation'] } : {}),
  });
  await context.addInitScript(countSounds);
  context.on('page', (page) => watch(page, town, options, faults));
  return context;
}

function watch(page: Page, town: Town, options: VisitOptions, faults: string[]): void {
  const note = (fault: string) => {
    if (!options.forgive?.test(fault)) faults.push(fault);
  };
  page.on('pageerror', (error) => note(`error on ${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // A refusal of the API is the app's to show, and a test's to look at.
    if (/status of 4\d\d/.test(message.text())) return;
    note(`console on ${page.url()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(town.url) && !/^(data|blob|about):/.test(url)) note(`asked elsewhere: ${url}`);
  });
}

/** How many tones the page has sounded so far, from any source: `await sounds(page)`. */
function countSounds(): void {
  const counted = window as unknown as { sounds: number };
  counted.sounds = 0;
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...args) {
    counted.sounds++;
    return start.apply(this, args);
  };
}
export const sounds = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { sounds: number }).sounds);
