export { useCommonWords } from './common.ts';
export { clock, date, dateTime, minutesUntil, money, number, phone, range, won } from './format.ts';
export { josa } from './josa.ts';
export { allOf, defineWords, type Language, language, setLanguage, useLanguage, useWords } from './language.ts';
