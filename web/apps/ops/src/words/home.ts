// What needs a hand, and how busy it is.
import { defineWords, useWords } from '@dangol/i18n';

const words = defineWords(
  {
    title: '조치 필요',
    items: (count: number) => `${count}건`,
    calm: '지금은 조치할 일이 없어요',
    calmWhy: '문제가 생기면 오래된 순서로 여기에 바로 표시돼요.',
    list: '조치할 일, 오래된 순',
    arrived: (count: number) => `조치할 일이 ${count}건 있어요`,
    now: '지금',
    age: {
      now: '방금',
      minutes: (m: number) => `${m}분째`,
      hours: (h: number, m: number) => `${h}시간 ${m}분째`,
      days: (d: number) => `${d}일째`,
    },
    kinds: {
      UNANSWERED: '매장 미확인',
      LATE: '제조 지연',
      NO_RIDER: '라이더 없음',
      ON_THE_WAY: '배달 지연',
      UNCLAIMED: '미수령',
      REFUND_DELAYED: '환불 지연',
      PAYMENT_UNKNOWN: '결제 확인 안 됨',
      CANCEL_PENDING: '취소 미응답',
      DEAD_LETTERS: '처리 실패',
    },
    whys: {
      UNANSWERED: '매장이 아직 주문을 확인하지 않았어요. 매장에 전화해 보세요.',
      LATE: '예정 시간이 지났는데 아직 제조가 끝나지 않았어요.',
      NO_RIDER: '음료가 나왔는데 배차된 라이더가 없어요.',
      ON_THE_WAY: '픽업한 지 40분이 지났는데 배달이 끝나지 않았어요. 라이더와 고객에게 연락해 보세요.',
      UNCLAIMED: '음료가 나온 지 15분이 지났는데 아직 가져가지 않았어요.',
      REFUND_DELAYED: '결제사에서 환불이 처리되지 않고 있어요. 자동으로 다시 시도해요.',
      PAYMENT_UNKNOWN: '결제사에서 결과를 받지 못했어요. 자동으로 계속 확인해요.',
      CANCEL_PENDING: '고객이 취소를 요청했는데 매장이 응답하지 않아요.',
    },
    lettersWhy: (context: string, count: number) => `${context} 이벤트 ${count}건을 처리하지 못해 멈춰 있어요.`,
    open: '주문 보기',
    openOf: (what: string) => `${what} 주문 보기`,
    call: '매장에 전화',
    callOf: (cafe: string) => `${cafe}에 전화`,
    riders: '라이더 보기',
    payments: '결제 보기',
    openLetters: '자세히 보기',
    perMinute: '분당 주문',
    perMinuteHint: '최근 5분 평균',
    openOrders: '진행 중',
    openOrdersHint: '결제된 주문',
    waitUsual: '보통 대기',
    waitSlow: '느린 대기',
    waitHint: '최근 15분',
    waitSlowHint: '느린 10%',
    cancelRate: '취소·거절',
    cancelHint: (canceled: number, placed: number) => `1시간 ${placed}건 중 ${canceled}건`,
    unknown: '–',
    minutes: (text: string) => `${text}분`,
    seconds: (count: number) => `${count}초`,
    orders: (count: number) => `${count}건`,
    lastHour: '지난 1시간',
    ordersPlot: '분당 주문',
    waitsPlot: '주문부터 제조 완료까지(분)',
    placed: '주문',
    completed: '완료',
    canceled: '취소·거절',
    p50: '보통(p50)',
    p90: '느릴 때(p90)',
    asTable: '표로 보기',
    minute: '시각',
    ordersPlotSays: (placed: number, canceled: number) =>
      `지난 1시간 그래프: 주문 ${placed}건, 취소·거절 ${canceled}건`,
    waitsPlotSays: (usual: string, slow: string) => `제조까지 걸린 시간 그래프: 보통 ${usual}, 느릴 때 ${slow}`,
  },
  {
    title: 'Needs attention',
    items: (count: number) => `${count}`,
    calm: 'Nothing needs attention',
    calmWhy: 'Problems show up here at once, oldest first.',
    list: 'To do, oldest first',
    arrived: (count: number) => (count === 1 ? '1 item needs attention' : `${count} items need attention`),
    now: 'Now',
    age: {
      now: 'just now',
      minutes: (m: number) => `for ${m} min`,
      hours: (h: number, m: number) => `for ${h} h ${m} min`,
      days: (d: number) => `for ${d} d`,
    },
    kinds: {
      UNANSWERED: 'Not accepted',
      LATE: 'Late',
      NO_RIDER: 'No rider',
      ON_THE_WAY: 'Delivery overdue',
      UNCLAIMED: 'Not picked up',
      REFUND_DELAYED: 'Refund delayed',
      PAYMENT_UNKNOWN: 'Payment unknown',
      CANCEL_PENDING: 'Cancellation unanswered',
      DEAD_LETTERS: 'Failed events',
    },
    whys: {
      UNANSWERED: 'The branch has not answered yet. Try calling them.',
      LATE: 'The promised time has passed and it is not ready.',
      NO_RIDER: 'The drinks are ready but no rider is assigned.',
      ON_THE_WAY: 'Picked up forty minutes ago and still not delivered. Call the rider and the customer.',
      UNCLAIMED: 'The drinks have been ready for fifteen minutes and were not picked up.',
      REFUND_DELAYED: 'The provider has not processed the refund. We keep retrying.',
      PAYMENT_UNKNOWN: 'The provider has not reported a result. We keep checking.',
      CANCEL_PENDING: 'The customer asked to cancel but the branch has not answered.',
    },
    lettersWhy: (context: string, count: number) =>
      `${context} is stuck on ${count === 1 ? 'an event' : `${count} events`} that failed.`,
    open: 'Open order',
    openOf: (what: string) => `Open order ${what}`,
    call: 'Call the branch',
    callOf: (cafe: string) => `Call ${cafe}`,
    riders: 'See riders',
    payments: 'See payments',
    openLetters: 'Details',
    perMinute: 'Orders per minute',
    perMinuteHint: 'last 5 minutes',
    openOrders: 'Open',
    openOrdersHint: 'paid orders',
    waitUsual: 'Typical wait',
    waitSlow: 'Slow wait',
    waitHint: 'last 15 minutes',
    waitSlowHint: 'slowest 10%',
    cancelRate: 'Canceled',
    cancelHint: (canceled: number, placed: number) => `${canceled} of ${placed} in 1 h`,
    unknown: '–',
    minutes: (text: string) => `${text} min`,
    seconds: (count: number) => `${count} s`,
    orders: (count: number) => `${count}`,
    lastHour: 'Last hour',
    ordersPlot: 'Orders per minute',
    waitsPlot: 'From order to ready (min)',
    placed: 'Placed',
    completed: 'Completed',
    canceled: 'Canceled',
    p50: 'Typical (p50)',
    p90: 'Slow (p90)',
    asTable: 'As a table',
    minute: 'Time',
    ordersPlotSays: (placed: number, canceled: number) =>
      `Chart of the last hour: ${placed} placed, ${canceled} canceled`,
    waitsPlotSays: (usual: string, slow: string) => `Chart of wait times: typical ${usual}, slow ${slow}`,
  },
);

export const useHomeWords = () => useWords(words);
export type HomeWords = ReturnType<typeof useHomeWords>;

export function ageText(since: string, now: number, words: HomeWords): string {
  const minutes = Math.floor((now - Date.parse(since)) / 60_000);
  if (minutes < 1) return words.age.now;
  if (minutes < 60) return words.age.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? words.age.hours(hours, minutes % 60) : words.age.days(Math.floor(hours / 24));
}

/** "4.1분"; short ones, as in a simulation, in seconds. */
export function waitText(seconds: number | undefined, words: HomeWords): string {
  if (seconds === undefined) return words.unknown;
  if (seconds < 60) return words.seconds(seconds);
  return words.minutes((seconds / 60).toFixed(seconds < 600 ? 1 : 0));
}
