// Where the phone is. It is asked for by a tap, followed only while somebody rides, and does without when refused.
import type { Place } from '@dangol/api';
import { useEffect, useState } from 'preact/hooks';

const patience: PositionOptions = { enableHighAccuracy: true, maximumAge: 10_000, timeout: 8_000 };

const placeOf = ({ coords }: GeolocationPosition): Place => ({
  latitude: coords.latitude,
  longitude: coords.longitude,
});

/** Once, from a tap; undefined when the person or the phone does not say. */
export function locate(): Promise<Place | undefined> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(undefined);
    navigator.geolocation.getCurrentPosition(
      (position) => resolve(placeOf(position)),
      () => resolve(undefined),
      patience,
    );
  });
}

/** Whether it may be asked for without a question on the screen. */
async function allowed(): Promise<boolean> {
  if (!('geolocation' in navigator)) return false;
  const permission = await navigator.permissions?.query({ name: 'geolocation' }).catch(() => undefined);
  return permission?.state === 'granted';
}

/** Followed while `wanted`; undefined until the phone knows, or when it may not tell. */
export function usePosition(wanted: boolean): Place | undefined {
  const [place, setPlace] = useState<Place>();
  useEffect(() => {
    if (!wanted) return;
    let watch: number | undefined;
    let over = false;
    void allowed().then((may) => {
      if (!may || over) return;
      watch = navigator.geolocation.watchPosition(
        (position) => setPlace(placeOf(position)),
        () => undefined, // a tunnel: the last place stands until the next
        patience,
      );
    });
    return () => {
      over = true;
      if (watch !== undefined) navigator.geolocation.clearWatch(watch);
      setPlace(undefined);
    };
  }, [wanted]);
  return place;
}
