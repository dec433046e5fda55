// What nobody has yet, near the rider: what it pays, how far it is, and one button.
import type { Delivery, Place } from '@dangol/api';
import { allOf, money, useCommonWords, useLanguage } from '@dangol/i18n';
import { announce, Badge, Button, Failed, Notice, toast, unlockSound, Waiting } from '@dangol/ui';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { queries } from '../services.ts';
import { useRiderWords } from '../words.ts';
import { useClaim } from '../work/deliveries.ts';
import { keys } from '../work/keys.ts';
import { directionOf, distanceText, metresBetween } from '../work/place.ts';
import { useChangeShift } from '../work/shift.ts';
import { Heading } from './Heading.tsx';
import { Screen } from './Screen.tsx';
import { WhereDialog } from './WhereDialog.tsx';

interface Props {
  tabs: ComponentChildren;
  offers: readonly Delivery[] | undefined;
  error: Error | null;
  place: Place | undefined;
  located: boolean;
  /** How many more this rider may take on, of `most`. */
  room: number;
  most: number;
  onClaimed: (id: string) => void;
}

export function Offers({ tabs, offers, error, place, located, room, most, onClaimed }: Props) {
  const words = useRiderWords();
  const claim = useClaim((delivery) => {
    announce(words.claimed);
    onClaimed(delivery.deliveryId);
  });
  const take = (id: string) => {
    void unlockSound();
    claim.mutate(id, { onError: (problem) => toast(problem.message) });
  };
  return (
    <Screen tabs={tabs}>
      <Heading title={words.offersTitle} />
      {!located && <PlaceChosen />}
      {room <= 0 && <Notice tone="warn">{words.full(most)}</Notice>}
      {offers ? (
        <ul class="stack">
          {offers.map((offer) => (
            <li key={offer.deliveryId}>
              <OfferCard
                offer={offer}
                place={place}
                busy={claim.isPending && claim.variables === offer.deliveryId}
                disabled={room <= 0 || claim.isPending}
                onClaim={() => take(offer.deliveryId)}
              />
            </li>
          ))}
        </ul>
      ) : error ? (
        <Failed error={error} onRetry={() => void queries.invalidateQueries({ queryKey: keys.offers })} />
      ) : (
        <Waiting />
      )}
      {offers?.length === 0 && (
        <div class="no-offers">
          <span class="no-offers-radar" aria-hidden="true" />
          <h2>{words.noOffers}</h2>
          <p class="soft">{words.noOffersText}</p>
        </div>
      )}
    </Screen>
  );
}

/** The phone does not tell its place: say so, and let another be chosen. */
function PlaceChosen() {
  const words = useRiderWords();
  const [asking, ask] = useState(false);
  const change = useChangeShift();
  return (
    <>
      <Notice actions={<Button onClick={() => ask(true)}>{words.changePlace}</Button>}>{words.placeUnknown}</Notice>
      {asking && (
        <WhereDialog
          onClose={() => ask(false)}
          onChoose={(place) => {
            ask(false);
            change.mutate({ place }, { onError: (error) => toast(error.message) });
          }}
        />
      )}
    </>
  );
}

interface CardProps {
  offer: Delivery;
  place: Place | undefined;
  busy: boolean;
  disabled: boolean;
  onClaim: () => void;
}

function OfferCard({ offer, place, busy, disabled, onClaim }: CardProps) {
  const words = useRiderWords();
  const common = useCommonWords();
  const language = useLanguage();
  const fee = money(offer.fee, language);
  const shop = allOf(offer.cafe.name);
  const direction = words.directions[directionOf(offer.cafe.place, offer.area)];
  const toDoor = distanceText(metresBetween(offer.cafe.place, offer.area));
  return (
    <article class="offer card">
      <div class="offer-top">
        <strong class="offer-fee">{fee}</strong>
        <Badge tone={offer.ready ? 'good' : 'plain'}>{offer.ready ? words.ready : words.making}</Badge>
      </div>
      <h2>
        {shop} · {common.pieces(offer.qty)}
      </h2>
      <dl class="offer-facts">
        {place && (
          <div>
            <dt>{words.toShop}</dt>
            <dd>{distanceText(metresBetween(place, offer.cafe.place))}</dd>
          </div>
        )}
        <div>
          <dt>{words.toDoorFromShop}</dt>
          <dd>{words.area(direction, toDoor)}</dd>
        </div>
      </dl>
      <Button
        kind="primary"
        wide
        console
        busy={busy}
        disabled={disabled && !busy}
        aria-label={words.acceptLabel(fee, shop)}
        onClick={onClaim}
      >
        {words.accept}
      </Button>
    </article>
  );
}
