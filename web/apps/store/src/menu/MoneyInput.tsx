import type { Money } from '@dangol/api';
import { amountText, minorDigits, parseMoney, unitOf, useLanguage } from '@dangol/i18n';
import { TextInput } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { useMenuWords } from '../words/menu.ts';

interface Props {
  label: string;
  hint?: string;
  /** NaN: nothing that is an amount. */
  value: Money;
  /** Whether it may be less than nothing. */
  signed?: boolean;
  required?: boolean;
  onValue: (value: Money) => void;
}

/** An amount as people write it: "4.50" dollars, whole won. */
export function MoneyInput({ label, hint, value, signed, required, onValue }: Props) {
  const words = useMenuWords();
  const language = useLanguage();
  const { currency } = value;
  const [typed, setTyped] = useState(() => (Number.isNaN(value.amount) ? '' : amountText(value)));
  const read = (text: string): Money | undefined => {
    const money = parseMoney(text, currency);
    return money && (signed || money.amount >= 0) ? money : undefined;
  };
  return (
    <TextInput
      label={`${label} (${unitOf(currency, language)})`}
      hint={hint}
      inputMode={signed ? 'text' : minorDigits(currency) > 0 ? 'decimal' : 'numeric'}
      required={required}
      autocomplete="off"
      value={typed}
      error={typed.trim() && !read(typed) ? words.amountWrong : undefined}
      onValue={(text) => {
        setTyped(text);
        onValue(read(text) ?? { amount: Number.NaN, currency });
      }}
    />
  );
}
