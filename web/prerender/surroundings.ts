// Stand-ins for the browser globals that the apps' modules read when they are loaded. Import before them.
const nothing = () => undefined;

Object.assign(globalThis, {
  document: { documentElement: { lang: 'ko' }, getElementById: () => null },
  localStorage: { getItem: () => null },
  sessionStorage: { getItem: () => null },
  location: { pathname: '/', search: '' },
  history: {},
  addEventListener: nothing,
});
Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true });
Object.defineProperty(globalThis, 'window', { value: globalThis });
