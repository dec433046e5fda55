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
  byLease: boolean;
  method: string;
}

const because = (reason: string) => (reason ? ` · ${reason}` : '');
const quoted = (note: string) => (note ? ` “${note}”` : '');

const words = defineWords(
  {
    someRider: '라이더',
    recipients: { cafe: '매장', rider: '라이더', customer: '손님' },
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
      rider_claimed: '배달 맡음',
      rider_released: '배달 해제',
      rider_ready: '픽업 준비',
      rider_canceled: '배달 취소',
    },
    events: {
      OrderRequested: ({ amount }: Told) => `손님이 ${amount} 주문을 요청했어요`,
      OrderPlaced: () => '결제가 확인되어 주문이 접수됐어요',
      OrderPaymentFailed: ({ reason }: Told) => `결제가 되지 않아 주문하지 못했어요${because(reason)}`,
      OrderExpired: () => '제때 결제되지 않아 주문이 끝났어요',
      OrderUnanswered: () => '매장이 답하지 않아 손님에게 더 기다릴지 물었어요',
      OrderCancelRequested: ({ reason }: Told) => `취소를 요청했어요${because(reason)}`,
      OrderCancelRefused: () => '이미 만들기 시작해서 취소하지 못했어요',
      OrderCanceled: ({ reason, note }: Told) => `주문이 취소됐어요${because(reason)}${quoted(note)}`,
      OrderCompleted: ({ collected }: Told) =>
        collected ? '주문이 완료됐어요' : '손님이 찾아가지 않은 채 주문이 끝났어요',
      PaymentStarted: ({ amount }: Told) => `결제사에 ${amount} 결제를 요청했어요`,
      PaymentUnknown: () => '결제사가 답하지 않아 결과를 알 수 없어요. 알 때까지 확인해요',
      Paid: ({ amount }: Told) => `결제사가 ${amount} 결제를 승인했어요`,
      PaymentFailed: ({ reason }: Told) => `결제에 실패했어요${because(reason)}`,
      RefundRequested: ({ amount, reason }: Told) => `${amount} 환불을 시작했어요${because(reason)}`,
      RefundDelayed: ({ reason }: Told) => `환불이 늦어지고 있어요${because(reason)}`,
      PaymentCanceled: ({ amount }: Told) => `${amount} 환불을 마쳤어요`,
      Settled: ({ amount, other }: Told) => `매장에 ${amount}${other ? `, 라이더에게 ${other}` : ''} 정산했어요`,
      PaymentForbidden: ({ reason }: Told) => `더는 결제할 수 없게 막았어요${because(reason)}`,
      CancelNoted: ({ reason }: Told) => `결제 결과를 기다리는 동안 취소됐어요. 결제됐으면 환불해요${because(reason)}`,
      CafeOrderAdded: () => '매장 화면에 주문이 떴어요',
      OrderApproved: ({ minutes }: Told) =>
        minutes === '0' ? '매장이 주문을 받았어요' : `매장이 주문을 받았어요 · ${minutes}분 약속`,
      OrderRejected: ({ reason, note }: Told) => `매장이 주문을 거절했어요${because(reason)}${quoted(note)}`,
      MakeStarted: () => '매장이 만들기 시작했어요',
      MakeCompleted: () => '음료가 나왔어요',
      HandedOver: () => '손님에게 전달했어요',
      CollectedByRider: () => '라이더가 매장에서 가져갔어요',
      NotCollected: () => '손님이 제때 찾아가지 않았어요',
      CancelGranted: () => '매장이 취소를 받아들였어요',
      CancelRefused: () => '매장이 이미 만들기 시작해서 취소를 거절했어요',
      TicketVoided: () => '매장 화면의 주문을 무효로 했어요',
      MakeAborted: ({ reason, note }: Told) => `매장이 제조를 중단했어요${because(reason)}${quoted(note)}`,
      DeliveryPlanned: ({ amount }: Told) => `배달을 준비했어요${because(amount)}`,
      DeliveryOffered: () => '근처 라이더들에게 보여요',
      OfferWidened: () => '더 먼 라이더들에게도 보여요',
      DeliveryClaimed: ({ rider }: Told) => `${josa(rider, '이/가')} 배달을 맡았어요`,
      DeliveryReleased: ({ rider, byLease }: Told) =>
        byLease ? `${josa(rider, '이/가')} 제때 오지 않아 배달을 다시 내놓았어요` : `${rider}의 배달을 다시 내놓았어요`,
      DeliveryReady: () => '라이더가 가져갈 수 있어요',
      DeliveryStarted: ({ rider }: Told) => `${josa(rider, '이/가')} 음료를 받아 출발했어요`,
      PinRefused: ({ tries }: Told) => `PIN이 틀렸어요 · ${tries}번째`,
      DeliveryConfirmed: ({ rider }: Told) => `${josa(rider, '이/가')} 배달을 완료했어요`,
      DeliveryCanceled: ({ reason }: Told) => `배달이 취소됐어요${because(reason)}`,
      RiderTookOn: ({ rider }: Told) => `${rider}의 배달이 하나 늘었어요`,
      RiderLetGo: ({ rider }: Told) => `${rider}의 배달이 하나 줄었어요`,
      OrderNoted: () => '메시지를 받을 사람을 적어 두었어요',
      StepHeld: ({ message }: Told) => `주문보다 먼저 온 ‘${message}’ 메시지를 잡아 두었어요`,
      DeliveryNoted: () => '주문보다 먼저 온 사실을 적어 두었어요',
      MessageSent: ({ to, message, channel }: Told) => `${to}에게 ‘${message}’ 메시지를 보냈어요 · ${channel}`,
      MessageFailed: ({ to, channel, reason }: Told) =>
        `${to}에게 메시지를 보내지 못했어요 · ${channel}${because(reason)}`,
    },
  },
  {
    someRider: 'The rider',
    recipients: { cafe: 'the branch', rider: 'the rider', customer: 'the customer' },
    channels: { inbox: 'in the app', telegram: 'Telegram', webhook: 'webhook' },
    messages: {
      placed: 'order placed',
      payment_failed: 'payment failed',
      expired: 'not paid in time',
      unanswered: 'branch is slow to answer',
      accepted: 'accepted',
      rejected: 'declined',
      cancel_refused: 'too late to cancel',
      canceled: 'canceled',
      making: 'being made',
      ready: 'ready',
      on_the_way: 'on the way',
      delivered: 'delivered',
      not_collected: 'not collected',
      refunded: 'refunded',
      refund_delayed: 'refund delayed',
      cafe_new_order: 'new order',
      cafe_canceled: 'order canceled',
      rider_claimed: 'delivery taken on',
      rider_released: 'delivery released',
      rider_ready: 'ready to fetch',
      rider_canceled: 'delivery canceled',
    },
    events: {
      OrderRequested: ({ amount }: Told) => `The customer asked for an order of ${amount}`,
      OrderPlaced: () => 'It is paid, so the order was placed',
      OrderPaymentFailed: ({ reason }: Told) => `Not paid, so nothing was ordered${because(reason)}`,
      OrderExpired: () => 'It was not paid in time, so the order ended',
      OrderUnanswered: () => 'The branch did not answer: the customer was asked whether to wait',
      OrderCancelRequested: ({ reason }: Told) => `A cancel was asked for${because(reason)}`,
      OrderCancelRefused: () => 'Too late to cancel: it was being made',
      OrderCanceled: ({ reason, note }: Told) => `The order was canceled${because(reason)}${quoted(note)}`,
      OrderCompleted: ({ collected }: Told) =>
        collected ? 'The order was completed' : 'The order ended without being collected',
      PaymentStarted: ({ amount }: Told) => `The provider was asked for ${amount}`,
      PaymentUnknown: () => 'The provider did not answer. It is asked until it is known',
      Paid: ({ amount }: Told) => `The provider approved ${amount}`,
      PaymentFailed: ({ reason }: Told) => `The payment failed${because(reason)}`,
      RefundRequested: ({ amount, reason }: Told) => `The refund of ${amount} began${because(reason)}`,
      RefundDelayed: ({ reason }: Told) => `The refund is delayed${because(reason)}`,
      PaymentCanceled: ({ amount }: Told) => `${amount} was refunded`,
      Settled: ({ amount, other }: Told) => `Settled: ${amount} to the branch${other ? `, ${other} to the rider` : ''}`,
      PaymentForbidden: ({ reason }: Told) => `No payment may begin any more${because(reason)}`,
      CancelNoted: ({ reason }: Told) =>
        `Canceled while the payment was unknown; if paid, it goes back${because(reason)}`,
      CafeOrderAdded: () => "It came up on the branch's screen",
      OrderApproved: ({ minutes }: Told) =>
        minutes === '0' ? 'The branch accepted it' : `The branch accepted it · ${minutes} min promised`,
      OrderRejected: ({ reason, note }: Told) => `The branch declined it${because(reason)}${quoted(note)}`,
      MakeStarted: () => 'The branch began to make it',
      MakeCompleted: () => 'The drinks are ready',
      HandedOver: () => 'It was handed to the customer',
      CollectedByRider: () => 'The rider took it from the branch',
      NotCollected: () => 'The customer did not come in time',
      CancelGranted: () => 'The branch agreed to cancel',
      CancelRefused: () => 'The branch had begun, and refused to cancel',
      TicketVoided: () => "It is void on the branch's screen",
      MakeAborted: ({ reason, note }: Told) => `The branch gave up making it${because(reason)}${quoted(note)}`,
      DeliveryPlanned: ({ amount }: Told) => `A delivery was planned${because(amount)}`,
      DeliveryOffered: () => 'Riders nearby can see it',
      OfferWidened: () => 'Riders farther away can see it too',
      DeliveryClaimed: ({ rider }: Told) => `${rider} took the delivery on`,
      DeliveryReleased: ({ rider, byLease }: Told) =>
        byLease ? `${rider} did not come in time: it is offered again` : `Taken from ${rider}: it is offered again`,
      DeliveryReady: () => 'The rider can fetch it',
      DeliveryStarted: ({ rider }: Told) => `${rider} has picked it up and is on the way`,
      PinRefused: ({ tries }: Told) => `A wrong PIN · try ${tries}`,
      DeliveryConfirmed: ({ rider }: Told) => `${rider} delivered it`,
      DeliveryCanceled: ({ reason }: Told) => `The delivery was canceled${because(reason)}`,
      RiderTookOn: ({ rider }: Told) => `One more delivery for ${rider}`,
      RiderLetGo: ({ rider }: Told) => `One delivery fewer for ${rider}`,
      OrderNoted: () => 'Noted whom the messages go to',
      StepHeld: ({ message }: Told) => `A message came before its order and is held: ${message}`,
      DeliveryNoted: () => 'A fact came before its order and is noted',
      MessageSent: ({ to, message, channel }: Told) => `Message to ${to}: ${message} · ${channel}`,
      MessageFailed: ({ to, channel, reason }: Told) => `A message to ${to} failed · ${channel}${because(reason)}`,
    },
  },
);

export const useEventWords = () => useWords(words);
