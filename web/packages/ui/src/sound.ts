// Sounds made here, of a few sine tones: no file to fetch. A browser lets a page sound only after somebody has touched it.
export type Chime = 'new' | 'changed' | 'lost' | 'ready';

const tones: Record<Chime, readonly [frequency: number, at: number, length: number][]> = {
  new: [
    [880, 0, 0.18],
    [1174.7, 0.2, 0.32],
  ],
  changed: [
    [659.3, 0, 0.14],
    [523.3, 0.18, 0.14],
    [659.3, 0.36, 0.2],
  ],
  lost: [
    [392, 0, 0.3],
    [311.1, 0.34, 0.45],
  ],
  ready: [
    [784, 0, 0.14],
    [987.8, 0.16, 0.14],
    [1174.7, 0.32, 0.35],
  ],
};

let context: AudioContext | undefined;

/** Call it from a tap. */
export async function unlockSound(): Promise<void> {
  context ??= new AudioContext();
  if (context.state === 'suspended') await context.resume();
}

export const soundUnlocked = (): boolean => context?.state === 'running';

/** `loudness` 0…1. Silent, without an error, as long as nobody has touched the page. */
export function chime(which: Chime, loudness = 0.6): void {
  if (context?.state !== 'running') return;
  for (const [frequency, at, length] of tones[which]) {
    const start = context.currentTime + at;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(loudness, start + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.001, start + length);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + length + 0.05);
  }
}
