import { Toasts } from '@dangol/ui';
import { type QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import type { ComponentChild } from 'preact';
import { render } from 'preact';

/** Puts the app in the place of what the server had written, and lets it be used without a network. */
export function startApp(queries: QueryClient, app: ComponentChild): void {
  const place = document.getElementById('app');
  if (!place) throw new Error('the page has no #app');
  place.textContent = '';
  render(
    <QueryClientProvider client={queries}>
      {app}
      <Toasts />
    </QueryClientProvider>,
    place,
  );
  if ('serviceWorker' in navigator && import.meta.env.PROD) {
    // After the first screen: it is not what somebody waits for.
    window.addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined));
  }
}
