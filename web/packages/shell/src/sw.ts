// The service worker of all four apps: pages and files that were seen once are there without a network. What the API says
// is never kept here: the apps remember it themselves, with its age.
const worker = self as unknown as ServiceWorkerGlobalScope;

const files = 'dangol-files-1';
const pages = 'dangol-pages-1';
const pagePatience = 2_500; // ms; then the page of last time, whose app asks for what is new
const filesMax = 300;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => {
  const tidy = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== files && name !== pages).map((name) => caches.delete(name)));
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});

/** All pages of an app are one template: /o/abc is shown by the page that / brought. */
function appOf(path: string): string | undefined {
  const [, first = ''] = path.split('/');
  if (['store', 'rider', 'ops'].includes(first)) return first;
  return ['', 'c', 'o', 'cart', 'history'].includes(first) ? 'order' : undefined;
}

async function page(request: Request, app: string): Promise<Response> {
  const cache = await caches.open(pages);
  const fetched = fetch(request).then((response) => {
    if (response.ok) {
      void cache.put(request.url, response.clone());
      void cache.put(`/#${app}`, response.clone());
    }
    return response;
  });
  fetched.catch(() => undefined);
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, pagePatience));
  const response = await Promise.race([fetched.catch(() => undefined), patience]);
  if (response) return response;
  return (await cache.match(request.url)) ?? (await cache.match(`/#${app}`)) ?? fetched;
}

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(files);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) {
    await cache.put(request, response.clone());
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - filesMax)).map((key) => cache.delete(key)));
  }
  return response;
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  const app = request.mode === 'navigate' ? appOf(url.pathname) : undefined;
  if (app) event.respondWith(page(request, app));
  else if (/^\/(assets|pictures|icons)\//.test(url.pathname)) event.respondWith(file(request));
});
