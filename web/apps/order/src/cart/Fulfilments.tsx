import { limits } from '@dangol/api';
import { money, useCommonWords, useLanguage } from '@dangol/i18n';
import { Button, TextInput } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { type Address, address, bound, isPlaced, lackOf } from '../data/address.ts';
import { changeCart } from '../data/carts.ts';
import { askPlace } from '../data/place.ts';
import { useStored } from '../data/stored.ts';
import type { Fulfilment } from '../logic/cart.ts';
import { PlaceIcon, ScooterIcon, WalkIcon } from '../parts/icons.tsx';
import { minutesText } from '../parts/wait.ts';
import { useCartWords } from '../words/cart.ts';
import type { Checkout } from './useCheckout.ts';

/** Pickup or delivery; a branch that does not deliver asks nothing. */
export function Fulfilments({ cafeId, checkout }: { cafeId: string; checkout: Checkout }) {
  const words = useCartWords();
  const common = useCommonWords();
  const language = useLanguage();
  const { cafe, queue, delivery, offersDelivery } = checkout;
  if (!offersDelivery || !cafe.data) return null;
  const choose = (fulfilment: Fulfilment) => changeCart(cafeId, (cart) => ({ ...cart, fulfilment }));
  return (
    <>
      <fieldset class="tiles">
        <legend>{words.how}</legend>
        <label class="tile">
          <input type="radio" name="fulfilment" checked={!delivery} onChange={() => choose('pickup')} />
          <WalkIcon />
          <span>{common.pickup}</span>
          {queue && <span class="tile-note">{words.pickupHint(minutesText(queue))}</span>}
        </label>
        <label class="tile">
          <input type="radio" name="fulfilment" checked={delivery} onChange={() => choose('delivery')} />
          <ScooterIcon />
          <span>{common.delivery}</span>
          <span class="tile-note">{words.deliveryHint(money(cafe.data.delivery.fee, language))}</span>
        </label>
      </fieldset>
      {delivery && <DeliveryForm />}
    </>
  );
}

function DeliveryForm() {
  const words = useCartWords();
  const to = useStored(address);
  const [refused, setRefused] = useState(false);
  const [asking, setAsking] = useState(false);
  const lack = lackOf(to);
  const known = isPlaced(to);
  const put = (part: Partial<Address>) => address.change((before) => ({ ...before, ...part }));
  async function useWhereIAm(): Promise<void> {
    setAsking(true);
    const place = await askPlace();
    setAsking(false);
    setRefused(!place);
    if (place) address.change((before) => ({ ...before, place, placeFor: before.address.trim() }));
  }
  return (
    <div class="delivery-form">
      <TextInput
        label={words.address}
        hint={words.addressHint}
        value={to.address}
        onValue={(text) => put({ address: text })}
        onBlur={() => address.change(bound)}
        autocomplete="street-address"
        limit={limits.note}
        required
      />
      <TextInput
        label={words.detail}
        hint={words.detailHint}
        value={to.detail}
        onValue={(detail) => put({ detail })}
        autocomplete="address-line2"
        limit={limits.note}
      />
      <TextInput
        label={words.phone}
        hint={words.phoneHint}
        type="tel"
        value={to.phone}
        onValue={(phone) => put({ phone })}
        autocomplete="tel"
        limit={limits.note}
        required
      />
      <TextInput
        label={words.deliveryNote}
        value={to.note}
        onValue={(note) => put({ note })}
        autocomplete="off"
        limit={limits.note}
      />
      <div class="delivery-where">
        <p role="status">
          <strong>{words.whereTitle}</strong>{' '}
          {refused
            ? words.noWhere
            : known
              ? words.whereKnown
              : lack === 'moved'
                ? words.placeMoved
                : words.whereUnknown}
        </p>
        <Button busy={asking} onClick={() => void useWhereIAm()}>
          <PlaceIcon />
          {known ? words.useWhereAgain : words.useWhere}
        </Button>
      </div>
    </div>
  );
}
