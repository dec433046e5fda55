// The browser offers to install the app when it likes; we offer it only to those who have ordered.
interface InstallPrompt extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

let kept: InstallPrompt | undefined;
const listeners = new Set<(can: boolean) => void>();

function become(next: InstallPrompt | undefined): void {
  kept = next;
  for (const listener of listeners) listener(next !== undefined);
}

/** Call it as the app starts: the offer comes once. */
export function keepInstallPrompt(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    become(event as InstallPrompt);
  });
  window.addEventListener('appinstalled', () => become(undefined));
}

export const installable = (): boolean => kept !== undefined;

export function onInstallable(listener: (can: boolean) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export async function install(): Promise<void> {
  const prompt = kept;
  become(undefined);
  await prompt?.prompt();
}
