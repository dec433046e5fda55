import type { MyPage, Order } from '@dangol/api';
import { isOver } from '../logic/steps.ts';
import { ScooterIcon } from '../parts/icons.tsx';
import { useOrderWords } from '../words/order.ts';

/** Where the rider is, and the number that proves the delivery. */
export function DeliveryPart({ page, to }: { page: MyPage; to?: Order['destination'] }) {
  const words = useOrderWords();
  const { fulfilment, orderStatus, riderAssigned, pin } = page;
  if (fulfilment !== 'delivery' || isOver(orderStatus) || orderStatus === 'PAYMENT_PENDING') return null;
  const gone = orderStatus === 'OUT_FOR_DELIVERY';
  const making = orderStatus === 'PREPARING' || orderStatus === 'READY';
  return (
    <section class="card delivery-state" aria-label={words.delivery}>
      {(gone || riderAssigned || making) && (
        <p class="delivery-rider">
          <ScooterIcon />
          {gone ? words.riderOnTheWay : riderAssigned ? words.riderComes : words.riderSoon}
        </p>
      )}
      {to && (
        <p class="soft">
          {words.deliverTo} · <span>{`${to.address} ${to.detail}`.trim()}</span>
        </p>
      )}
      {pin && (
        <div class="delivery-pin">
          <p>
            <span>{words.pin}</span>
            <strong data-testid="pin">{pin}</strong>
          </p>
          <p class="soft">{words.pinHint}</p>
        </div>
      )}
    </section>
  );
}
