// What a phone has to fetch before an app can be used, as it is sent.
import { gzipSync } from 'node:zlib';

const pages = { order: `/c/euljiro`, store: '/store', rider: '/rider', ops: '/ops' };
/** frontend.md §3, in kB of gzip. */
export const byteBudgets = {
  order: { script: 45, style: 12, page: 20 },
  store: { script: 200, style: 20, page: 10 },
  rider: { script: 45, style: 12, page: 10 },
  ops: { script: 250, style: 20, page: 10 },
};

const kilobytes = (bytes) => bytes / 1000;

export async function measureBytes(url) {
  const sizes = {};
  for (const [app, path] of Object.entries(pages)) {
    const page = await (await fetch(url + path, { headers: { Accept: 'text/html' } })).text();
    const linked = (pattern) => [...page.matchAll(pattern)].map((match) => match[1]);
    const gzipped = async (address) => gzipSync(Buffer.from(await (await fetch(url + address)).arrayBuffer()), { level: 9 }).length;
    const sum = async (addresses) => (await Promise.all(addresses.map(gzipped))).reduce((a, b) => a + b, 0);
    sizes[app] = {
      script: kilobytes(
        await sum(linked(/(?:src|rel="modulepreload"[^>]*href)="(\/assets\/[^"]+\.js)"/g)),
      ),
      style: kilobytes(await sum(linked(/href="(\/assets\/[^"]+\.css)"/g))),
      page: kilobytes(gzipSync(page).length),
    };
  }
  return sizes;
}
