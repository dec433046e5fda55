import type { MyPage } from '@dangol/api';
import { Notice } from '@dangol/ui';
import { neverCharged, noteFrom } from '../logic/steps.ts';
import { useOrderWords } from '../words/order.ts';

/** What the sentence above does not say: where to fetch it, what became of the money, why. */
export function OrderHint({ page, number }: { page: MyPage; number: string }) {
  const words = useOrderWords();
  const { orderStatus: status, fulfilment, cancelReason, note } = page;
  if (status === 'READY' && fulfilment !== 'delivery') return <p class="order-hint">{words.readyHint(number)}</p>;
  if (status === 'PAYMENT_PENDING') return <p class="order-hint">{words.unsureHint}</p>;
  if (neverCharged(page)) return <p class="order-hint">{words.notChargedHint}</p>;
  if (status === 'UNDELIVERED') return <UndeliveredHint page={page} />;
  if (status !== 'CANCELED' && status !== 'REJECTED') return null;
  return (
    <>
      {cancelReason && <p class="order-hint">{words.reason[cancelReason]}</p>}
      {note && (
        <Notice>
          <strong>{words.noteOf[noteFrom(page)]}</strong>
          <p>{note}</p>
        </Notice>
      )}
    </>
  );
}

/** What happened, and what becomes of the money: what the house failed goes back by itself, the rest if somebody decides so. */
function UndeliveredHint({ page: { deliveryFailure: failure, refund } }: { page: MyPage }) {
  const words = useOrderWords();
  if (!failure) return null;
  const byHouse = failure === 'drinks_damaged' || failure === 'rider_unable';
  return (
    <>
      <p class="order-hint">{words.undelivered[failure]}</p>
      {byHouse ? (
        <p class="order-hint">{words.undeliveredRefund}</p>
      ) : (
        <p class="order-hint">
          {words.drinksGoBack}
          {!refund && ` ${words.noAutomaticRefund}`}
        </p>
      )}
    </>
  );
}
