// What staff and operators changed or overrode.
import { defineWords, useWords } from '@dangol/i18n';

export interface Audited {
  amount: string;
  /** Of the account that it was done to. */
  name: string;
  role: string;
  cafes: string;
  count: string;
}

const words = defineWords(
  {
    title: '감사 로그',
    lead: '직원과 운영자가 설정을 바꾸거나 예외로 처리한 일을 최신순으로 보여드려요.',
    none: '기록이 없어요.',
    who: '사람',
    everyone: '전체',
    away: (names: string) => `${names} 기록을 가져오지 못했어요. 나머지만 표시해요.`,
    more: '이전 기록 더 보기',
    end: '모든 기록을 표시했어요.',
    looking: (time: string) => `${time} 이후의 기록이에요.`,
    openOrder: '주문 보기',
    reason: (reason: string) => `사유: ${reason}`,
    deeds: {
      OrderCanceled: () => '주문을 강제 취소했어요',
      RefundRequested: ({ amount }: Audited) => `${amount} 환불을 요청했어요`,
      CancelNoted: () => '결제가 확인되면 환불하도록 했어요',
      DeliveryConfirmed: () => 'PIN 없이 배달 완료로 처리했어요',
      DeliveryReleased: () => '라이더의 배차를 취소했어요',
      DeliveryFailed: () => '배달 실패로 처리했어요',
      AccountRegistered: ({ name, role }: Audited) => `${name} 계정을 등록했어요 · ${role}`,
      StaffAssigned: ({ name, cafes }: Audited) => `${name} 계정의 근무 매장을 바꿨어요 · ${cafes}`,
      LinkIssued: ({ name }: Audited) => `${name} 계정의 로그인 링크를 만들었어요`,
      AccountDisabled: ({ name }: Audited) => `${name} 계정을 사용 중지했어요`,
      CafeRegistered: () => '매장을 등록했어요',
      CafeProfileChanged: () => '매장 정보를 바꿨어요',
      MenuPublished: () => '메뉴와 가격을 바꿨어요',
      HoursChanged: () => '영업시간을 바꿨어요',
      DeadLettersRetried: ({ count }: Audited) => `실패한 이벤트 ${count}건을 다시 처리했어요`,
      DeadLettersDropped: ({ count }: Audited) => `실패한 이벤트 ${count}건을 포기했어요`,
    },
  },
  {
    title: 'Audit log',
    lead: 'What staff and operators changed or overrode, newest first.',
    none: 'No entries.',
    who: 'Person',
    everyone: 'Everyone',
    away: (names: string) => `No answer from ${names}. Showing the rest.`,
    more: 'Show earlier entries',
    end: 'These are all entries.',
    looking: (time: string) => `Entries since ${time}.`,
    openOrder: 'Open the order',
    reason: (reason: string) => `Reason: ${reason}`,
    deeds: {
      OrderCanceled: () => 'Canceled an order by force',
      RefundRequested: ({ amount }: Audited) => `Requested a refund of ${amount}`,
      CancelNoted: () => 'Requested a refund in case the payment is confirmed',
      DeliveryConfirmed: () => 'Completed a delivery without the PIN',
      DeliveryReleased: () => 'Unassigned the rider',
      DeliveryFailed: () => 'Ended a delivery as failed',
      AccountRegistered: ({ name, role }: Audited) => `Registered ${name} · ${role}`,
      StaffAssigned: ({ name, cafes }: Audited) => `Changed the branches of ${name} · ${cafes}`,
      LinkIssued: ({ name }: Audited) => `Created a sign-in link for ${name}`,
      AccountDisabled: ({ name }: Audited) => `Disabled the account of ${name}`,
      CafeRegistered: () => 'Registered a branch',
      CafeProfileChanged: () => 'Changed the details of a branch',
      MenuPublished: () => 'Changed menu and prices',
      HoursChanged: () => 'Changed the opening hours',
      DeadLettersRetried: ({ count }: Audited) => `Retried ${count} failed events`,
      DeadLettersDropped: ({ count }: Audited) => `Dropped ${count} failed events`,
    },
  },
);

export const useAuditWords = () => useWords(words);
