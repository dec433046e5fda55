// What needs a hand, and how busy it is.
import { defineWords, useWords } from '@dangol/i18n';

const words = defineWords(
  {
    title: '조치 필요',
    items: (count: number) => `${count}건`,
    calm: '지금은 조치할 일이 없어요',
    calmWhy: '문제가 생기면 여기에 바로 나타나요. 가장 오래된 일이 맨 위에 와요.',
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
      LATE: '약속 시간 지남',
      NO_RIDER: '라이더 없음',
      UNCLAIMED: '찾아가지 않음',
      REFUND_DELAYED: '환불 지연',
      PAYMENT_UNKNOWN: '결제 결과 모름',
      CANCEL_PENDING: '취소 답 없음',
      DEAD_LETTERS: '처리 실패',
    },
    whys: {
      UNANSWERED: '매장이 아직 주문을 확인하지 않았어요. 매장에 전화해 보세요.',
      LATE: '약속한 시간이 지났는데 아직 나오지 않았어요.',
      NO_RIDER: '음료는 나왔는데 맡은 라이더가 없어요.',
      UNCLAIMED: '음료가 나왔는데 손님이 찾아가지 않았어요.',
      REFUND_DELAYED: '결제사가 환불을 처리하지 않고 있어요. 자동으로 계속 시도해요.',
      PAYMENT_UNKNOWN: '결제사가 결과를 알려 주지 않았어요. 자동으로 계속 확인해요.',
      CANCEL_PENDING: '손님이 취소를 요청했는데 매장이 답하지 않아요.',
    },
    lettersWhy: (context: string, count: number) =>
      `${context} 쪽에서 이벤트 ${count}건을 처리하지 못하고 멈춰 있어요.`,
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
    waitUsual: '제조까지 보통',
    waitSlow: '느릴 때',
    waitHint: '최근 15분',
    waitSlowHint: '열 건 중 한 건',
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
    title: 'Needs a hand',
    items: (count: number) => `${count}`,
    calm: 'Nothing needs a hand',
    calmWhy: 'Whatever goes wrong shows up here at once, the oldest on top.',
    list: 'What to do, the oldest first',
    arrived: (count: number) => (count === 1 ? '1 thing needs a hand' : `${count} things need a hand`),
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
      UNCLAIMED: 'Not collected',
      REFUND_DELAYED: 'Refund delayed',
      PAYMENT_UNKNOWN: 'Payment unknown',
      CANCEL_PENDING: 'Cancel unanswered',
      DEAD_LETTERS: 'Not handled',
    },
    whys: {
      UNANSWERED: 'The branch has not looked at the order yet. Give them a call.',
      LATE: 'The promised time is over and it is not ready.',
      NO_RIDER: 'The drinks are ready and no rider has taken them on.',
      UNCLAIMED: 'The drinks are ready and the customer has not come.',
      REFUND_DELAYED: 'The provider does not refund. It goes on being tried.',
      PAYMENT_UNKNOWN: 'The provider does not say what became of it. It goes on being asked.',
      CANCEL_PENDING: 'The customer wants to cancel and the branch does not answer.',
    },
    lettersWhy: (context: string, count: number) =>
      `${context} could not handle ${count === 1 ? 'an event' : `${count} events`} and waits.`,
    open: 'Open the order',
    openOf: (what: string) => `Open the order ${what}`,
    call: 'Call the branch',
    callOf: (cafe: string) => `Call ${cafe}`,
    riders: 'See riders',
    payments: 'See payments',
    openLetters: 'Details',
    perMinute: 'Orders a minute',
    perMinuteHint: 'last 5 minutes',
    openOrders: 'Open',
    openOrdersHint: 'paid orders',
    waitUsual: 'Usual wait',
    waitSlow: 'Slow wait',
    waitHint: 'last 15 minutes',
    waitSlowHint: 'one in ten',
    cancelRate: 'Canceled',
    cancelHint: (canceled: number, placed: number) => `${canceled} of ${placed} in 1 h`,
    unknown: '–',
    minutes: (text: string) => `${text} min`,
    seconds: (count: number) => `${count} s`,
    orders: (count: number) => `${count}`,
    lastHour: 'The last hour',
    ordersPlot: 'Orders a minute',
    waitsPlot: 'From order to ready (min)',
    placed: 'Placed',
    completed: 'Completed',
    canceled: 'Canceled',
    p50: 'Usual (p50)',
    p90: 'Slow (p90)',
    asTable: 'As a table',
    minute: 'Time',
    ordersPlotSays: (placed: number, canceled: number) =>
      `Plot of the last hour: ${placed} placed, ${canceled} canceled`,
    waitsPlotSays: (usual: string, slow: string) => `Plot of the waits: usually ${usual}, slow ones ${slow}`,
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
