// Whether somebody has begun to work at this screen. A page may sound and stay awake only after a tap, so each loading of
// the page begins with one.
import { soundUnlocked, unlockSound } from '@dangol/ui';
import { useEffect, useState } from 'preact/hooks';

let begun = false;
const listeners = new Set<() => void>();

/** Call it from a tap. */
export async function beginShift(): Promise<void> {
  begun = true;
  try {
    await unlockSound();
  } catch {
    // No loudspeaker: the banner and the title still tell.
  }
  for (const listener of listeners) listener();
}

export function useShift(): { begun: boolean; sound: boolean } {
  const [state, setState] = useState({ begun, sound: soundUnlocked() });
  useEffect(() => {
    const update = () => setState({ begun, sound: soundUnlocked() });
    update();
    listeners.add(update);
    return () => void listeners.delete(update);
  }, []);
  return state;
}
