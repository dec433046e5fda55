// One build for all four apps, so that what they share is one cached file. The program fills the page templates.
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const apps = ['order', 'store', 'rider', 'ops'];
const server = process.env.DANGOL_URL ?? 'http://127.0.0.1:8088';

/** `npm run dev`: the addresses that the program gives to each app. */
function appAddresses(): Plugin {
  const templateOf = (url: string) => {
    const path = url.split('?')[0] ?? '';
    const app = apps.slice(1).find((name) => path === `/${name}` || path.startsWith(`/${name}/`));
    if (app) return `/apps/${app}/index.html`;
    return /^\/($|c\/|o\/|cart$|history$)/.test(path) ? '/apps/order/index.html' : undefined;
  };
  return {
    name: 'dangol-app-addresses',
    configureServer(dev) {
      dev.middlewares.use((request, _response, next) => {
        const asksForPage = request.headers.accept?.includes('text/html');
        const template = asksForPage ? templateOf(request.url ?? '') : undefined;
        if (template) request.url = template;
        next();
      });
    },
  };
}

export default defineConfig({
  root,
  plugins: [appAddresses()],
  publicDir: false,
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    assetsInlineLimit: 0, // the CSP lets no data: script or font in, and pictures are cached by name
    modulePreload: { polyfill: false },
    target: 'es2022',
    rollupOptions: {
      input: {
        ...Object.fromEntries(apps.map((app) => [app, resolve(root, `apps/${app}/index.html`)])),
        sw: resolve(root, 'packages/shell/src/sw.ts'),
      },
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      [
        'sessions',
        'accounts',
        'cafes',
        'cafeOrders',
        'orders',
        'payments',
        'deliveries',
        'myPages',
        'notifications',
        'sandbox',
        'contexts',
        'pictures',
        'icons',
        'readyz',
      ].map((name) => [`/${name}`, server]),
    ),
  },
  test: {
    environment: 'happy-dom',
    include: ['{apps,packages,prerender}/**/*.test.{ts,tsx}'],
  },
} as Parameters<typeof defineConfig>[0]);
