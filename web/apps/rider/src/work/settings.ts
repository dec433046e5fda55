// What a rider chose on this phone.
import type { Place } from '@dangol/api';
import { useEffect, useState } from 'preact/hooks';

export const mapApps = ['kakao', 'naver', 'google', 'phone'] as const;
export type MapApp = (typeof mapApps)[number];

export interface Settings {
  sound: boolean;
  map: MapApp;
}

const key = 'dangol.settings.rider';
const listeners = new Set<() => void>();
let settings: Settings = { sound: true, map: 'kakao', ...read() };

function read(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}');
  } catch {
    return {};
  }
}

export const currentSettings = (): Settings => settings;

export function changeSettings(change: Partial<Settings>): void {
  settings = { ...settings, ...change };
  localStorage.setItem(key, JSON.stringify(settings));
  for (const listener of listeners) listener();
}

export function useSettings(): Settings {
  const [shown, show] = useState(settings);
  useEffect(() => {
    const update = () => show(settings);
    listeners.add(update);
    return () => void listeners.delete(update);
  }, []);
  return shown;
}

/** The address that opens the way there in the chosen map. Nothing of ours goes with it but the place and its name. */
export function wayTo(place: Place, name: string, map: MapApp): string {
  const { latitude, longitude } = place;
  const label = encodeURIComponent(name);
  switch (map) {
    case 'kakao':
      return `https://map.kakao.com/link/to/${label},${latitude},${longitude}`;
    case 'naver':
      return `nmap://route/bicycle?dlat=${latitude}&dlng=${longitude}&dname=${label}&appname=${location.host}`;
    case 'google':
      return `https://www.google.com/maps/dir/?api=1&destination=${latitude}%2C${longitude}`;
    case 'phone':
      return `geo:${latitude},${longitude}?q=${latitude},${longitude}(${label})`;
  }
}
