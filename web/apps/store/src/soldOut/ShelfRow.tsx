import { Switch } from '@dangol/ui';
import { useShelfWords } from '../words/shelf.ts';

interface Props {
  name: string;
  image?: string;
  note?: string;
  state: 'onSale' | 'soldOut' | 'partly';
  /** The state in words, with its end. */
  said: string;
  /** Orders that were taken before. */
  affected?: string;
  onChange: (onSale: boolean) => void;
}

export function ShelfRow({ name, image, note, state, said, affected, onChange }: Props) {
  const words = useShelfWords();
  return (
    <li class={`shelf-row shelf-row-${state}`}>
      {image !== undefined &&
        (image ? <img src={image} alt="" width={56} height={56} loading="lazy" /> : <span class="shelf-no-picture" />)}
      <div class="shelf-text">
        <p class="shelf-name">{name}</p>
        {note && <p class="hint">{note}</p>}
        {affected && <p class="shelf-affected">{affected}</p>}
      </div>
      <Switch on={state === 'onSale'} label={words.itemSwitch(name)} onChange={onChange}>
        <span class="shelf-said">{said}</span>
      </Switch>
    </li>
  );
}
