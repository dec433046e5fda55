// What can be measured of a layout.
import { expect, type Page } from '@playwright/test';

/** Nothing scrolls sideways, and no text is cut off. */
export async function expectNothingLost(page: Page, where: string): Promise<void> {
  const lost = await page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth + 1) found.push(`the page is ${scrollWidth} wide, the screen ${clientWidth}`);
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (element.closest('.visually-hidden, .skip-link, [hidden], svg')) continue;
      const style = getComputedStyle(element);
      if (style.overflow === 'visible' || element.scrollWidth <= element.clientWidth + 1) continue;
      // What can be scrolled with a finger is not lost.
      if (['auto', 'scroll'].includes(style.overflowX)) continue;
      if (element.textContent?.trim()) found.push(`cut: ${element.outerHTML.slice(0, 120)}`);
    }
    return found;
  });
  expect(lost, where).toEqual([]);
}

/** Every control is at least `least` CSS px high and wide, but for links within a sentence. */
export async function expectTargets(page: Page, least: number, where: string): Promise<void> {
  const small = await page.evaluate((min) => {
    const controls =
      'button, a[href], input:not([type=hidden]), select, textarea, [role=button], [role=switch], summary';
    return [...document.querySelectorAll<HTMLElement>(controls)]
      .filter((control) => control.checkVisibility() && !control.closest('.skip-link, .visually-hidden'))
      .filter((control) => !(control.tagName === 'A' && control.closest('p')))
      .map((control) => {
        // A radio or a checkbox is as large as the label around it.
        const target = control.matches('input[type=radio], input[type=checkbox]')
          ? (control.closest('label') ?? control)
          : control;
        const { width, height } = target.getBoundingClientRect();
        return { html: control.outerHTML.slice(0, 120), width: Math.round(width), height: Math.round(height) };
      })
      .filter(({ width, height }) => Math.min(width, height) < min - 0.5);
  }, least);
  expect(small, where).toEqual([]);
}
