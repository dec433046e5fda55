// Before something is changed, and after.
import { defineWords, useWords } from '@dangol/i18n';

const words = defineWords(
  {
    effects: '처리 내용',
    reasonMissing: '사유를 입력해 주세요. 기록에 남아요.',
    working: '처리하고 있어요',
    keep: '닫기',
  },
  {
    effects: 'What happens',
    reasonMissing: 'Please enter a reason. It is kept on record.',
    working: 'Processing',
    keep: 'Never mind',
  },
);

export const useAskWords = () => useWords(words);
