// One region for what is said politely, one for what may interrupt: only a ready drink and a new order do that.
const regions = new Map<'polite' | 'assertive', HTMLElement>();

export function announce(text: string, how: 'polite' | 'assertive' = 'polite'): void {
  let region = regions.get(how);
  if (!region?.isConnected) {
    region = document.createElement('div');
    region.className = 'visually-hidden';
    region.setAttribute('aria-live', how);
    document.body.append(region);
    regions.set(how, region);
  }
  // The same words twice are spoken twice only if something was different in between.
  region.textContent = '';
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}
