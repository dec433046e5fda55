import { Notice } from '@dangol/ui';
import { useEffect } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { askPlace, usePlace } from '../data/place.ts';
import { distanceText, metresBetween } from '../logic/nearby.ts';
import { busyMinutes, minutesText, useCafeState } from '../parts/wait.ts';
import { useCartWords } from '../words/cart.ts';
import type { Checkout } from './useCheckout.ts';

const farMetres = 1_000;

/** What somebody wants to know before they pay: a long wait, and that they stand elsewhere. */
export function Warnings({ checkout }: { checkout: Checkout }) {
  const words = useCartWords();
  const { cafe, queue, delivery, obstacle } = checkout;
  const place = usePlace();
  const state = useCafeState();
  useEffect(() => {
    // Only where it was allowed before: nobody is asked here.
    if (place.kind !== 'unknown') return;
    void navigator.permissions?.query({ name: 'geolocation' }).then(
      (permission) => {
        if (permission.state === 'granted') void askPlace();
      },
      () => undefined,
    );
  }, []);
  const metres =
    cafe.data && !delivery && place.kind === 'known' ? metresBetween(place.place, cafe.data.place) : undefined;
  return (
    <>
      {cafe.data && obstacle === 'notOpen' && (
        <Notice tone="warn" live actions={<Link href="/">{words.otherCafe}</Link>}>
          {state(cafe.data, queue).text}
        </Notice>
      )}
      {queue && queue.minutesHigh >= busyMinutes && <Notice tone="warn">{words.longWait(minutesText(queue))}</Notice>}
      {metres !== undefined && metres > farMetres && (
        <Notice tone="warn" actions={<Link href="/">{words.otherCafe}</Link>}>
          {words.farAway(distanceText(metres))}
        </Notice>
      )}
    </>
  );
}
