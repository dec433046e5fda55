import { useCommonWords } from '@dangol/i18n';
import { useRef, useState } from 'preact/hooks';

interface Props {
  label: string;
  length?: number;
  onComplete: (pin: string) => void;
}

/** One box for each digit; typing goes on to the next, a paste fills all. Calls back when the last is there. */
export function PinInput({ label, length = 4, onComplete }: Props) {
  const words = useCommonWords();
  const boxes = useRef<(HTMLInputElement | null)[]>([]);
  const [digits, setDigits] = useState<string[]>(() => Array(length).fill(''));

  function put(index: number, text: string): void {
    const typed = text.replace(/\D/g, '').slice(0, length - index);
    const next = digits.map((digit, at) => typed[at - index] ?? (at === index ? '' : digit));
    setDigits(next);
    boxes.current[Math.min(index + typed.length, length - 1)]?.focus();
    if (typed && next.every((digit) => digit !== '')) onComplete(next.join(''));
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out with the boxes
    <div class="pin" role="group" aria-label={label}>
      {digits.map((digit, index) => (
        <input
          key={index}
          ref={(box) => {
            boxes.current[index] = box;
          }}
          class="pin-digit"
          inputMode="numeric"
          autocomplete="one-time-code"
          aria-label={words.digit(index + 1, length)}
          value={digit}
          onFocus={(event) => event.currentTarget.select()}
          onInput={(event) => put(index, event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Backspace' && !digit && index > 0) put(index - 1, '');
          }}
        />
      ))}
    </div>
  );
}
