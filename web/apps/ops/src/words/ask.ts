// Before something is changed, and after.
import { defineWords, useWords } from '@dangol/i18n';

const words = defineWords(
  {
    effects: '이렇게 돼요',
    reasonMissing: '이유를 적어 주세요. 기록에 남아요.',
    working: '처리하고 있어요',
    keep: '그만두기',
  },
  {
    effects: 'This is what happens',
    reasonMissing: 'Please give a reason: it is kept in the record.',
    working: 'Working on it',
    keep: 'Never mind',
  },
);

export const useAskWords = () => useWords(words);
