// Lists come in pages. What a screen needs whole is read to the end.

export interface ListPage<T> {
  items: T[];
  /** The `after` of the next page; absent on the last one. */
  next?: string;
}

export interface PageAsked {
  limit: number;
  after?: string;
}

const mostOfAPage = 100;

/** The first page with the items of all that follow it. `read` asks for one page with these query parameters. */
export async function everyPage<P extends ListPage<unknown>>(read: (asked: PageAsked) => Promise<P>): Promise<P> {
  const whole = await read({ limit: mostOfAPage });
  for (let after = whole.next; after !== undefined; ) {
    const page = await read({ limit: mostOfAPage, after });
    whole.items.push(...page.items);
    after = page.next;
  }
  delete whole.next;
  return whole;
}

/** Calls `read` with so many of them at a time, and joins what it answers. */
export async function inParts<T, R>(all: readonly T[], size: number, read: (part: T[]) => Promise<R[]>): Promise<R[]> {
  const parts: T[][] = [];
  for (let at = 0; at < all.length; at += size) parts.push(all.slice(at, at + size));
  return (await Promise.all(parts.map((part) => read(part)))).flat();
}
