// Why something was refused, canceled or failed, in words. Some reasons are typed by people: those are said as they are.
import { defineWords, useWords } from '@dangol/i18n';

const words = defineWords(
  {
    customer_request: '고객 요청',
    rejected: '매장 거절',
    unanswered: '매장 응답 없음',
    make_aborted: '제조 중단',
    no_rider: '라이더 없음',
    operator_decision: '운영자 결정',
    sold_out: '재료 소진',
    too_busy: '매장 혼잡',
    closed: '영업 마감',
    other: '기타',
    declined: '카드 승인 거절',
    refused: '결제사 거절',
    expired: '결제 시간 초과',
    order_canceled: '주문 취소',
    order_rejected: '매장 거절',
    unreachable: '연결 실패',
    refunded: '승인 후 환불',
    customer_absent: '고객 부재',
    customer_unreachable: '고객 연락 안 됨',
    wrong_address: '주소를 찾을 수 없음',
    drinks_damaged: '음료 파손·분실',
    rider_unable: '라이더가 갈 수 없음',
    delivery_failed: '배달 실패',
  },
  {
    customer_request: 'customer request',
    rejected: 'rejected by the branch',
    unanswered: 'no answer from the branch',
    make_aborted: 'stopped making',
    no_rider: 'no rider',
    operator_decision: "operator's decision",
    sold_out: 'out of stock',
    too_busy: 'too busy',
    closed: 'closing time',
    other: 'other',
    declined: 'card declined',
    refused: 'refused by the provider',
    expired: 'not paid in time',
    order_canceled: 'order canceled',
    order_rejected: 'rejected by the branch',
    unreachable: 'unreachable',
    refunded: 'approved, then refunded',
    customer_absent: 'nobody was there',
    customer_unreachable: 'customer cannot be reached',
    wrong_address: 'address not found',
    drinks_damaged: 'drinks spilt or lost',
    rider_unable: 'rider cannot go on',
    delivery_failed: 'delivery failed',
  },
);

export function useReasonText(): (reason: string) => string {
  const texts: Readonly<Record<string, string>> = useWords(words);
  // Some contexts join the words of a reason with hyphens.
  return (reason) => texts[reason.replaceAll('-', '_')] ?? reason;
}
