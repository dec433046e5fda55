export { useCommonWords } from './common.ts';
export {
  amountText,
  clock,
  clockSeconds,
  date,
  dateTime,
  dayAfter,
  dayName,
  type Money,
  minorDigits,
  minutesUntil,
  money,
  number,
  parseMoney,
  phone,
  range,
  unitOf,
  won,
} from './format.ts';
export { josa } from './josa.ts';
export { allOf, defineWords, type Language, language, setLanguage, useLanguage, useWords } from './language.ts';
