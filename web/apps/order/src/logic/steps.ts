// The five steps of an order, as its customer counts them.
import type { MyPage } from '@dangol/api';

export type StepName = 'paid' | 'accepted' | 'making' | 'ready' | 'onTheWay' | 'collected' | 'delivered';

export interface Step {
  name: StepName;
  state: 'done' | 'now' | 'next';
  at?: string;
}

type Status = MyPage['orderStatus'];

const lost: readonly Status[] = ['PAYMENT_FAILED', 'EXPIRED', 'CANCELED', 'REJECTED', 'UNDELIVERED'];
const ended: readonly Status[] = [...lost, 'UNCLAIMED', 'COMPLETED'];

/** Without a drink at the end. */
export const isLost = (status: Status): boolean => lost.includes(status);
/** Nothing more will come. */
export const isOver = (status: Status): boolean => ended.includes(status);

const unplaced = ['PAYMENT_FAILED', 'EXPIRED'] as const satisfies Status[];

/** The café has never heard of it, so its number is not called. */
export const neverPlaced = (status: Status): status is (typeof unplaced)[number] =>
  unplaced.some((each) => each === status);
/** A charge that came too late goes back: then there was one. */
export const neverCharged = ({ orderStatus, refund }: Pick<MyPage, 'orderStatus' | 'refund'>): boolean =>
  neverPlaced(orderStatus) && !refund;

/** Whose words the note to a cancel is. */
export const noteFrom = ({ cancelReason }: Pick<MyPage, 'cancelReason'>): 'cafe' | 'operator' =>
  cancelReason === 'operator_decision' ? 'operator' : 'cafe';

/** Paid counts as placed: the café receives the order within a second. */
export const asSeen = (page: MyPage): MyPage =>
  page.orderStatus === 'PAYMENT_PENDING' && page.paymentStatus === 'APPROVED'
    ? { ...page, orderStatus: 'PLACED' }
    : page;

function doneCount({ orderStatus, fulfilment }: Pick<MyPage, 'orderStatus' | 'fulfilment'>): number {
  switch (orderStatus) {
    case 'PLACED':
    case 'CANCEL_REQUESTED':
      return 1;
    case 'ACCEPTED':
    case 'PREPARING':
      return 2;
    case 'READY':
      return fulfilment === 'delivery' ? 3 : 4;
    case 'OUT_FOR_DELIVERY':
      return 3;
    case 'UNCLAIMED':
      return 4;
    case 'COMPLETED':
      return 5;
    default:
      return 0;
  }
}

export function stepsOf(page: MyPage): Step[] {
  const { paidAt, approvedAt, makingAt, madeAt, pickedUpAt, completedAt } = page;
  const all: [StepName, string | undefined][] =
    page.fulfilment === 'delivery'
      ? [
          ['paid', paidAt],
          ['accepted', approvedAt],
          ['making', makingAt],
          ['onTheWay', pickedUpAt],
          ['delivered', completedAt],
        ]
      : [
          ['paid', paidAt],
          ['accepted', approvedAt],
          ['making', makingAt],
          ['ready', madeAt],
          ['collected', completedAt],
        ];
  const done = doneCount(page);
  return all.map(([name, at], index) => ({ name, at, state: index < done ? 'done' : index === done ? 'now' : 'next' }));
}
