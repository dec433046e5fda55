import { Toasts } from '@dangol/ui';
import { type QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import type { ComponentChild } from 'preact';
import { hydrate, render } from 'preact';
import { takeOver } from './takeOver.ts';

/** The content of the page's #app. */
export const pageOf = (queries: QueryClient, app: ComponentChild) => (
  <QueryClientProvider client={queries}>
    {app}
    <Toasts />
  </QueryClientProvider>
);

/** Starts the app and lets it be used without a network. `drawn`: the page already shows what the app renders first. */
export function startApp(queries: QueryClient, app: ComponentChild, drawn = false): void {
  const place = document.getElementById('app');
  if (!place) throw new Error('the page has no #app');
  if (drawn && place.hasChildNodes()) {
    takeOver(() => hydrate(pageOf(queries, app), place));
  } else {
    place.textContent = '';
    render(pageOf(queries, app), place);
  }
  if ('serviceWorker' in navigator && import.meta.env.PROD) {
    // After the first screen, so that it does not compete with it.
    window.addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined));
  }
}
