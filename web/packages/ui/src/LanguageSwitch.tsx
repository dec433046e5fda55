import { setLanguage, useCommonWords, useLanguage } from '@dangol/i18n';
import { Button } from './Button.tsx';

/** Always in sight, labelled in the other language. */
export function LanguageSwitch() {
  const words = useCommonWords();
  const other = useLanguage() === 'ko' ? 'en' : 'ko';
  return (
    <Button kind="quiet" lang={other} aria-label={words.switchLanguageLabel} onClick={() => setLanguage(other)}>
      {words.switchLanguage}
    </Button>
  );
}
