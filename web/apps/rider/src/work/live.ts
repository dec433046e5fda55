// The stream of offers near the rider and of steps of the rider's own.
import type { Delivery, OfferFrame, Place, Shift, StreamState } from '@dangol/api';
import { allOf, language, money } from '@dangol/i18n';
import { keepFrame, useStream } from '@dangol/shell';
import { announce, chime } from '@dangol/ui';
import { useEffect, useState } from 'preact/hooks';
import { queries, session } from '../services.ts';
import { words } from '../words.ts';
import { keys, knownDelivery } from './keys.ts';
import { isOffer, offersAfter, type StepFrame } from './offers.ts';
import { metresBetween } from './place.ts';
import { currentSettings } from './settings.ts';

const farMetres = 300;

/** The stream shows what is near the place it was opened with, so it is opened anew after a while of riding. */
function useAnchor(place: Place | undefined): Place | undefined {
  const [anchor, setAnchor] = useState(place);
  useEffect(() => {
    setAnchor((old) => (old && place && metresBetween(old, place) < farMetres ? old : place));
  }, [place]);
  return anchor;
}

export function useLive(place: Place | undefined): StreamState {
  const anchor = useAnchor(place);
  const path = anchor
    ? `/deliveries/stream?lat=${anchor.latitude.toFixed(5)}&lng=${anchor.longitude.toFixed(5)}`
    : '/deliveries/stream';
  const state = useStream(session, path, {
    onFrame: (event, data) => take(event, data as OfferFrame | StepFrame),
    onOpen: () => {
      for (const queryKey of [keys.shift, keys.inHand, keys.offers]) void queries.invalidateQueries({ queryKey });
    },
  });
  return state;
}

function take(event: string, frame: OfferFrame | StepFrame): void {
  if (!isOffer(frame) && frame.mine) {
    ownStep(event, frame);
    return;
  }
  const shift = queries.getQueryData<Shift>(keys.shift);
  if (!shift?.online) return; // after the shift, deliveries in hand go on but no offers come
  const offers = queries.getQueryData<Delivery[]>(keys.offers) ?? [];
  const isNew = isOffer(frame) && !offers.some((offer) => offer.deliveryId === frame.deliveryId);
  queries.setQueryData<Delivery[]>(keys.offers, offersAfter(offers, frame));
  keepFrame(queries, keys.offers);
  if (isNew && shift.active.length < shift.activeMax) sayOffer(frame);
}

function ownStep(event: string, frame: StepFrame): void {
  const known = knownDelivery(queries, frame.deliveryId);
  if (event === 'DeliveryReady') {
    if (known && !known.ready) {
      const text = words[language()].readyNow(known.callNumber ?? '');
      announce(text, 'assertive');
      ring('ready');
    }
    queries.setQueryData<Delivery[]>(keys.inHand, (inHand) =>
      inHand?.map((one) => (one === known ? { ...one, ready: true } : one)),
    );
  }
  const ended = event === 'DeliveryCanceled' || event === 'DeliveryFailed';
  if (ended && known && known.version < frame.version) ring('changed');
  if (known && known.version >= frame.version) return; // our own tap, and its answer was faster
  void queries.invalidateQueries({ queryKey: keys.inHand });
  void queries.invalidateQueries({ queryKey: keys.shift });
}

const pauseMs = 3_000;
let rangAt = 0;

function sayOffer(offer: OfferFrame): void {
  announce(words[language()].newOffer(money(offer.fee, language()), allOf(offer.cafe.name)));
  if (Date.now() - rangAt < pauseMs) return; // several at once are one sound
  rangAt = Date.now();
  ring('new');
}

export function ring(which: 'new' | 'ready' | 'changed' | 'lost'): void {
  if (!currentSettings().sound) return;
  chime(which);
  navigator.vibrate?.(which === 'new' ? [120, 80, 120] : [250]);
}
