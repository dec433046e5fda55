import { useCommonWords } from '@dangol/i18n';
import { Button } from './Button.tsx';

interface Props {
  count: number;
  min?: number;
  max: number;
  /** Whose number it is: "아메리카노" */
  of: string;
  onChange: (count: number) => void;
}

export function Quantity({ count, min = 1, max, of, onChange }: Props) {
  const words = useCommonWords();
  return (
    <span class="quantity">
      <Button aria-label={`${of} ${words.minus}`} disabled={count <= min} onClick={() => onChange(count - 1)}>
        −
      </Button>
      <output class="quantity-count">{count}</output>
      <Button aria-label={`${of} ${words.plus}`} disabled={count >= max} onClick={() => onChange(count + 1)}>
        +
      </Button>
    </span>
  );
}
