// Each event of an order as a sentence that says who did what.
import { defineWords, josa, useWords } from '@dangol/i18n';

export interface Told {
  amount: string;
  other: string;
  reason: string;
  note: string;
  rider: string;
  minutes: string;
  tries: string;
  message: string;
  channel: string;
  to: string;
  collected: boolean;
  /** The rider had picked it up. */
  pickedUp: boolean;
  /** All that went back, if it is more than this once. */
  total: string;
  borneBy: string;
  byLease: boolean;
  /** The drinks of a failed delivery come back. */
  returning: boolean;
  /** They will not come back. */
  lost: boolean;
  /** The customer could not be found. */
  byCustomer: boolean;
  method: string;
}

const because = (reason: string) => (reason ? ` · ${reason}` : '');
const quoted = (note: string) => (note ? ` “${note}”` : '');

export const words = defineWords(
  {
    someRider: '라이더',
    recipients: { cafe: '매장', rider: '라이더', customer: '고객' },
    bearers: { cafe: '매장 부담', head_office: '본사 부담' },
    channels: { inbox: '앱 알림함', telegram: '텔레그램', webhook: '웹훅' },
    messages: {
      placed: '주문 확인',
      payment_failed: '결제 실패',
      expired: '결제 시간 초과',
      unanswered: '매장 확인 지연',
      accepted: '접수',
      rejected: '거절',
      cancel_refused: '취소 불가',
      canceled: '취소',
      making: '제조 시작',
      ready: '제조 완료',
      on_the_way: '배달 출발',
      delivered: '배달 완료',
      not_collected: '미수령',
      refunded: '환불 완료',
      refund_delayed: '환불 지연',
      cafe_new_order: '새 주문',
      cafe_canceled: '주문 취소',
      rider_claimed: '배차',
      rider_released: '배차 취소',
      rider_ready: '픽업 준비',
      rider_canceled: '배달 취소',
      rider_recalled: '음료 반납 요청',
      undelivered: '배달 실패',
      cafe_undelivered: '배달 실패',
      rider_failed: '배달 종료',
    },
    events: {
      OrderRequested: ({ amount }: Told) => `고객이 ${amount} 주문을 요청했어요`,
      OrderPlaced: () => '결제가 확인되어 매장에 주문을 보냈어요',
      OrderPaymentFailed: ({ reason }: Told) => `결제에 실패해 주문이 접수되지 않았어요${because(reason)}`,
      OrderExpired: () => '결제 시간이 지나 주문이 종료됐어요',
      OrderUnanswered: () => '매장이 응답하지 않아 고객에게 더 기다릴지 물었어요',
      OrderCancelRequested: ({ reason }: Told) => `취소를 요청했어요${because(reason)}`,
      OrderCancelRefused: () => '이미 제조를 시작해 취소하지 못했어요',
      OrderCanceled: ({ reason, note }: Told) => `주문이 취소됐어요${because(reason)}${quoted(note)}`,
      OrderCompleted: ({ collected }: Told) =>
        collected ? '주문이 완료됐어요' : '고객이 찾아가지 않아 주문이 종료됐어요',
      OrderUndelivered: ({ byCustomer }: Told) =>
        byCustomer
          ? '고객을 만나지 못해 배달을 마치지 못하고 주문이 끝났어요'
          : '배달을 마치지 못하고 주문이 끝났어요. 고객에게 전액 환불해요',
      OrderServedAfterCancel: () =>
        '취소된 주문이 그래도 고객에게 전달됐어요. 고객은 환불받고, 매장과 라이더는 몫을 그대로 받아요',
      PaymentStarted: ({ amount }: Told) => `결제사에 ${amount} 결제를 요청했어요`,
      PaymentUnknown: () => '결제사가 응답하지 않아 결과를 확인하지 못했어요. 확인될 때까지 다시 시도해요',
      Paid: ({ amount }: Told) => `결제사가 ${amount} 결제를 승인했어요`,
      PaymentFailed: ({ reason }: Told) => `결제에 실패했어요${because(reason)}`,
      RefundRequested: ({ amount, reason, borneBy }: Told) =>
        `${amount} 환불을 시작했어요${because(borneBy)}${because(reason)}`,
      RefundDelayed: ({ reason }: Told) => `환불이 늦어지고 있어요${because(reason)}`,
      PaymentCanceled: ({ amount, total }: Told) => `${amount} 환불을 마쳤어요${total && ` · 지금까지 ${total}`}`,
      Settled: ({ amount, other }: Told) => `매장에 ${amount}${other ? `, 라이더에게 ${other}` : ''} 정산했어요`,
      LossBooked: ({ amount, other }: Told) =>
        `취소 뒤에 제공된 주문이라 매장 몫 ${amount}${other ? `, 라이더 몫 ${other}` : ''}을 본사 비용으로 기록했어요`,
      PaymentForbidden: ({ reason }: Told) => `더 이상 결제할 수 없게 막았어요${because(reason)}`,
      CancelNoted: ({ reason }: Told) => `결제 결과를 기다리는 동안 취소됐어요. 결제됐으면 환불해요${because(reason)}`,
      CafeOrderAdded: () => '매장 화면에 주문이 표시됐어요',
      OrderApproved: ({ minutes }: Told) =>
        minutes === '0' ? '매장이 주문을 접수했어요' : `매장이 주문을 접수했어요 · ${minutes}분 예정`,
      OrderRejected: ({ reason, note }: Told) => `매장이 주문을 거절했어요${because(reason)}${quoted(note)}`,
      MakeStarted: () => '매장이 제조를 시작했어요',
      MakeCompleted: () => '음료가 나왔어요',
      HandedOver: () => '고객에게 전달했어요',
      CollectedByRider: () => '라이더가 매장에서 픽업했어요',
      NotCollected: () => '고객이 제때 찾아가지 않았어요',
      CancelGranted: () => '매장이 취소를 받아들였어요',
      CancelRefused: () => '매장이 이미 제조를 시작해 취소를 거절했어요',
      TicketVoided: () => '매장 화면의 주문을 무효로 했어요',
      MakeAborted: ({ reason, note }: Told) => `매장이 제조를 중단했어요${because(reason)}${quoted(note)}`,
      DeliveryPlanned: ({ amount }: Told) => `배달을 준비했어요${because(amount)}`,
      DeliveryOffered: () => '근처 라이더에게 보여요',
      OfferWidened: () => '더 먼 라이더에게도 보여요',
      DeliveryClaimed: ({ rider }: Told) => `${josa(rider, '이/가')} 배차를 받았어요`,
      DeliveryReleased: ({ rider, byLease }: Told) =>
        byLease ? `${josa(rider, '이/가')} 제때 오지 않아 배차가 취소됐어요` : `${rider}의 배차가 취소됐어요`,
      DeliveryReady: () => '라이더가 픽업할 수 있어요',
      DeliveryStarted: ({ rider }: Told) => `${josa(rider, '이/가')} 음료를 픽업해 출발했어요`,
      PinRefused: ({ tries }: Told) => `PIN이 틀렸어요 · ${tries}번째`,
      DeliveryConfirmed: ({ rider, reason }: Told) =>
        reason ? `PIN 없이 배달 완료로 처리했어요${because(reason)}` : `${josa(rider, '이/가')} 배달을 완료했어요`,
      DeliveryCanceled: ({ reason, pickedUp }: Told) =>
        `배달이 취소됐어요${because(reason)}${pickedUp ? '. 라이더가 음료를 매장으로 돌려줘요' : ''}`,
      DeliveryFailed: ({ rider, reason, returning }: Told) =>
        `${josa(rider, '이/가')} 음료를 전하지 못했어요${because(reason)}${returning ? '. 음료를 매장으로 돌려줘요' : ''}`,
      FailureNoted: ({ note }: Told) => `메모를 남겼어요${quoted(note)}`,
      ReturnNoted: () => '돌아온 음료를 확인했어요',
      ReturnExpected: () => '매장 화면에 돌아오는 음료로 표시됐어요',
      DrinksReturned: ({ lost }: Told) =>
        lost ? '음료가 돌아오지 않는 것으로 처리했어요' : '음료가 매장에 돌아왔어요',
      RiderTookOn: ({ rider }: Told) => `${rider}의 배달이 하나 늘었어요`,
      RiderLetGo: ({ rider }: Told) => `${rider}의 배달이 하나 줄었어요`,
      OrderNoted: () => '메시지를 받을 사람을 기록했어요',
      StepHeld: ({ message }: Told) => `주문보다 먼저 온 ‘${message}’ 메시지를 보류했어요`,
      DeliveryNoted: () => '주문보다 먼저 온 내용을 기록했어요',
      MessageSent: ({ to, message, channel }: Told) => `${to}에게 ‘${message}’ 메시지를 보냈어요 · ${channel}`,
      MessageFailed: ({ to, channel, reason }: Told) =>
        `${to}에게 메시지를 보내지 못했어요 · ${channel}${because(reason)}`,
    },
  },
  {
    someRider: 'The rider',
    recipients: { cafe: 'the branch', rider: 'the rider', customer: 'the customer' },
    bearers: { cafe: 'at the expense of the branch', head_office: 'at the expense of head office' },
    channels: { inbox: 'in the app', telegram: 'Telegram', webhook: 'webhook' },
    messages: {
      placed: 'order placed',
      payment_failed: 'payment failed',
      expired: 'not paid in time',
      unanswered: 'branch slow to answer',
      accepted: 'accepted',
      rejected: 'rejected',
      cancel_refused: 'too late to cancel',
      canceled: 'canceled',
      making: 'being made',
      ready: 'ready',
      on_the_way: 'on the way',
      delivered: 'delivered',
      not_collected: 'not picked up',
      refunded: 'refunded',
      refund_delayed: 'refund delayed',
      cafe_new_order: 'new order',
      cafe_canceled: 'order canceled',
      rider_claimed: 'rider assigned',
      rider_released: 'rider unassigned',
      rider_ready: 'ready for pickup',
      rider_canceled: 'delivery canceled',
      rider_recalled: 'bring the drinks back',
      undelivered: 'not delivered',
      cafe_undelivered: 'not delivered',
      rider_failed: 'delivery ended',
    },
    events: {
      OrderRequested: ({ amount }: Told) => `The customer ordered for ${amount}`,
      OrderPlaced: () => 'Paid: the order was sent to the branch',
      OrderPaymentFailed: ({ reason }: Told) => `Payment failed, so the order was not placed${because(reason)}`,
      OrderExpired: () => 'Not paid in time, so the order expired',
      OrderUnanswered: () => 'The branch did not answer: the customer was asked whether to wait',
      OrderCancelRequested: ({ reason }: Told) => `Cancellation requested${because(reason)}`,
      OrderCancelRefused: () => 'Too late to cancel: it was already being made',
      OrderCanceled: ({ reason, note }: Told) => `The order was canceled${because(reason)}${quoted(note)}`,
      OrderCompleted: ({ collected }: Told) =>
        collected ? 'The order was completed' : 'The order ended without being picked up',
      OrderUndelivered: ({ byCustomer }: Told) =>
        byCustomer
          ? 'The order ended undelivered: the customer could not be found'
          : 'The order ended undelivered, and the customer is refunded',
      OrderServedAfterCancel: () =>
        'The canceled order was served all the same: the customer has the money back, branch and rider have their shares',
      PaymentStarted: ({ amount }: Told) => `Requested a payment of ${amount} from the provider`,
      PaymentUnknown: () => 'The provider did not answer. We keep checking the result',
      Paid: ({ amount }: Told) => `The provider approved ${amount}`,
      PaymentFailed: ({ reason }: Told) => `The payment failed${because(reason)}`,
      RefundRequested: ({ amount, reason, borneBy }: Told) =>
        `Started the refund of ${amount}${because(borneBy)}${because(reason)}`,
      RefundDelayed: ({ reason }: Told) => `The refund is delayed${because(reason)}`,
      PaymentCanceled: ({ amount, total }: Told) => `${amount} was refunded${total && ` · ${total} so far`}`,
      Settled: ({ amount, other }: Told) => `Settled: ${amount} to the branch${other ? `, ${other} to the rider` : ''}`,
      LossBooked: ({ amount, other }: Told) =>
        `Served after the cancel: booked ${amount} for the branch${other ? ` and ${other} for the rider` : ''} at the expense of head office`,
      PaymentForbidden: ({ reason }: Told) => `Further payments are blocked${because(reason)}`,
      CancelNoted: ({ reason }: Told) =>
        `Canceled while the payment was unknown; refunded if it was paid${because(reason)}`,
      CafeOrderAdded: () => 'The order appeared on the branch’s screen',
      OrderApproved: ({ minutes }: Told) =>
        minutes === '0' ? 'The branch accepted it' : `The branch accepted it · ${minutes} min promised`,
      OrderRejected: ({ reason, note }: Told) => `The branch rejected it${because(reason)}${quoted(note)}`,
      MakeStarted: () => 'The branch started making it',
      MakeCompleted: () => 'The drinks are ready',
      HandedOver: () => 'Handed to the customer',
      CollectedByRider: () => 'The rider picked it up',
      NotCollected: () => 'The customer did not come in time',
      CancelGranted: () => 'The branch accepted the cancellation',
      CancelRefused: () => 'The branch had already started and refused the cancellation',
      TicketVoided: () => 'Voided on the branch’s screen',
      MakeAborted: ({ reason, note }: Told) => `The branch stopped making it${because(reason)}${quoted(note)}`,
      DeliveryPlanned: ({ amount }: Told) => `A delivery was planned${because(amount)}`,
      DeliveryOffered: () => 'Riders nearby can see it',
      OfferWidened: () => 'Riders farther away can see it too',
      DeliveryClaimed: ({ rider }: Told) => `${rider} took the delivery`,
      DeliveryReleased: ({ rider, byLease }: Told) =>
        byLease ? `${rider} did not come in time and was unassigned` : `${rider} was unassigned`,
      DeliveryReady: () => 'Ready for the rider',
      DeliveryStarted: ({ rider }: Told) => `${rider} has picked it up and is on the way`,
      PinRefused: ({ tries }: Told) => `Wrong PIN · try ${tries}`,
      DeliveryConfirmed: ({ rider, reason }: Told) =>
        reason ? `Completed without the PIN${because(reason)}` : `${rider} delivered it`,
      DeliveryCanceled: ({ reason, pickedUp }: Told) =>
        `The delivery was canceled${because(reason)}${pickedUp ? '. The rider brings the drinks back to the branch' : ''}`,
      DeliveryFailed: ({ rider, reason, returning }: Told) =>
        `${rider} could not hand it over${because(reason)}${returning ? '. The drinks come back to the branch' : ''}`,
      FailureNoted: ({ note }: Told) => `Left a note${quoted(note)}`,
      ReturnNoted: () => 'The return of the drinks was noted',
      ReturnExpected: () => 'Shown on the branch’s screen as coming back',
      DrinksReturned: ({ lost }: Told) => (lost ? 'The drinks were written off' : 'The drinks are back at the branch'),
      RiderTookOn: ({ rider }: Told) => `One more delivery for ${rider}`,
      RiderLetGo: ({ rider }: Told) => `One delivery fewer for ${rider}`,
      OrderNoted: () => 'Recorded who receives messages',
      StepHeld: ({ message }: Told) => `Held a message that came before its order: ${message}`,
      DeliveryNoted: () => 'Recorded a fact that came before its order',
      MessageSent: ({ to, message, channel }: Told) => `Message to ${to}: ${message} · ${channel}`,
      MessageFailed: ({ to, channel, reason }: Told) => `A message to ${to} failed · ${channel}${because(reason)}`,
    },
  },
);

export const useEventWords = () => useWords(words);
