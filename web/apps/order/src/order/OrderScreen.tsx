import { ApiError, type MyPage } from '@dangol/api';
import { announce, Button, Connection, Failed, Waiting } from '@dangol/ui';
import { useEffect } from 'preact/hooks';
import { useCafe } from '../data/cafes.ts';
import { asSeen, isOver, neverPlaced } from '../logic/steps.ts';
import { Age } from '../parts/Age.tsx';
import { NotFound } from '../parts/NotFound.tsx';
import { TopBar } from '../parts/TopBar.tsx';
import { useAgain } from '../parts/useAgain.ts';
import { useOnline } from '../parts/useOnline.ts';
import { useScreen } from '../parts/useScreen.ts';
import { useOrderWords } from '../words/order.ts';
import { useSharedWords } from '../words/shared.ts';
import { AskCustomer, CancelPart } from './CancelPart.tsx';
import { DeliveryPart } from './DeliveryPart.tsx';
import { Install } from './Install.tsx';
import { OrderHead } from './OrderHead.tsx';
import { QueuePart } from './QueuePart.tsx';
import { Receipt } from './Receipt.tsx';
import { RefundPart } from './RefundPart.tsx';
import { Stepper } from './Stepper.tsx';
import { TellMe } from './TellMe.tsx';
import { useOrder, useOrderPage } from './useOrderPage.ts';

export function OrderScreen({ orderId }: { orderId: string }) {
  const words = useOrderWords();
  const shared = useSharedWords();
  const { data, error, signedIn, state, dataUpdatedAt, refetch } = useOrderPage(orderId);
  const page = data && asSeen(data);
  const order = useOrder(orderId);
  const number = page?.callNumber || order.data?.callNumber;
  const refused = error instanceof ApiError && [401, 403, 404].includes(error.status);
  const unplaced = page && neverPlaced(page.orderStatus) ? words.sentence[page.orderStatus] : undefined;
  useScreen(unplaced ?? (number ? words.title(number) : words.notYet));

  if (!signedIn || (refused && !page)) return <NotFound title={words.notMineTitle} text={words.notMine} />;
  const ready = page?.orderStatus === 'READY' && page.fulfilment !== 'delivery';
  return (
    <div class={ready ? 'order is-ready' : 'order'}>
      <TopBar back={{ href: '/', label: shared.home }} history />
      <LiveLine state={state} at={dataUpdatedAt} page={page} />
      <main class="page order-page" id="content">
        {page ? (
          <Page page={page} number={number ?? ''} />
        ) : (
          <>
            <h1 tabIndex={-1}>{number ? words.title(number) : words.notYet}</h1>
            {error ? <Failed error={error} onRetry={() => void refetch()} /> : <Waiting />}
          </>
        )}
      </main>
    </div>
  );
}

/** What is over does not change any more, so nothing is lost with the connection. */
function LiveLine({
  state,
  at,
  page,
}: {
  state: Parameters<typeof Connection>[0]['state'];
  at: number;
  page?: MyPage;
}) {
  const online = useOnline();
  if (page && isOver(page.orderStatus) && page.refund?.state !== 'REQUESTED') return null;
  return online ? <Connection state={state} /> : <Age at={at} />;
}

function useSentence(page: MyPage): string {
  const { sentence } = useOrderWords();
  const delivery = page.fulfilment === 'delivery';
  if (delivery && page.orderStatus === 'READY') return sentence.READY_DELIVERY;
  if (delivery && page.orderStatus === 'COMPLETED') return sentence.COMPLETED_DELIVERY;
  return sentence[page.orderStatus];
}

function Page({ page, number }: { page: MyPage; number: string }) {
  const cafe = useCafe(page.cafeId);
  const zone = cafe.data?.timeZone;
  const order = useOrder(page.orderId);
  const sentence = useSentence(page);
  const over = isOver(page.orderStatus);
  const ready = page.orderStatus === 'READY' && page.fulfilment !== 'delivery';
  useEffect(() => announce(sentence, ready ? 'assertive' : 'polite'), [sentence]);
  return (
    <>
      <OrderHead page={page} number={number} sentence={sentence} />
      <AskCustomer page={page} />
      <RefundPart page={page} zone={zone} />
      <QueuePart page={page} zone={zone} />
      <DeliveryPart page={page} to={order.data?.destination} />
      {!over && <TellMe page={page} />}
      <Stepper page={page} zone={zone} />
      <CancelPart page={page} phone={cafe.data?.phone} />
      <Install />
      {over && <AgainPart orderId={page.orderId} />}
      <Receipt page={page} zone={zone} address={cafe.data?.address} to={order.data?.destination} />
    </>
  );
}

function AgainPart({ orderId }: { orderId: string }) {
  const shared = useSharedWords();
  const order = useOrder(orderId).data;
  const again = useAgain();
  if (!order) return null;
  return (
    <Button kind="primary" wide onClick={() => again(order)}>
      {shared.again}
    </Button>
  );
}
