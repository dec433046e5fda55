import { limits, type MenuItem, type OptionGroup } from '@dangol/api';
import { money, useLanguage } from '@dangol/i18n';
import { Button, Dialog, Notice, Quantity } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { presetOptions, takesOne, times, toggled, unfinished, unitPrice } from '../logic/price.ts';
import { useBackCloses } from '../parts/useBack.ts';
import { useMenuWords } from '../words/menu.ts';
import { useSharedWords } from '../words/shared.ts';

interface Props {
  item: MenuItem;
  usual?: readonly string[];
  /** How many are asked for at first. */
  count?: number;
  onAdd: (options: string[], quantity: number) => void;
  onClose: () => void;
}

export function ItemSheet({ item, usual, count = 1, onAdd, onClose }: Props) {
  const words = useMenuWords();
  const shared = useSharedWords();
  const language = useLanguage();
  const [chosen, setChosen] = useState(() => presetOptions(item, usual));
  const [quantity, setQuantity] = useState(count);
  const close = useBackCloses(onClose);
  const [missing] = unfinished(item, chosen);
  const price = money(times(unitPrice(item, chosen), quantity), language);
  const name = item.name[language];
  const groups = [...item.groups].sort((a, b) => Number(b.min > 0) - Number(a.min > 0));

  return (
    <Dialog
      title={name}
      sheet
      onClose={() => close()}
      foot={
        <div class="sheet-foot">
          <Quantity count={quantity} max={limits.quantity} of={name} onChange={setQuantity} />
          <Button
            kind="primary"
            wide
            disabled={item.soldOut || missing !== undefined}
            onClick={() => close(() => onAdd(chosen, quantity))}
          >
            {item.soldOut ? shared.soldOut : words.putIn(price)}
          </Button>
        </div>
      }
    >
      <div class="sheet-item">
        {item.image && <img src={item.image} width={96} height={96} alt="" />}
        <p>
          {item.description[language]}
          <span class="sheet-price">{money(item.price, language)}</span>
        </p>
      </div>
      {missing && !item.soldOut && <Notice tone="warn">{words.missing(missing.name[language])}</Notice>}
      {groups.map((group) => (
        <Group key={group.id} group={group} chosen={chosen} onToggle={(id) => setChosen(toggled(group, chosen, id))} />
      ))}
    </Dialog>
  );
}

interface GroupProps {
  group: OptionGroup;
  chosen: readonly string[];
  onToggle: (optionId: string) => void;
}

function Group({ group, chosen, onToggle }: GroupProps) {
  const words = useMenuWords();
  const shared = useSharedWords();
  const language = useLanguage();
  const radio = takesOne(group) && group.min === 1;
  const full = !takesOne(group) && group.options.filter(({ id }) => chosen.includes(id)).length >= group.max;
  const rule = group.min > 0 ? (group.min > 1 ? words.atLeast(group.min) : words.required) : words.upTo(group.max);
  return (
    <fieldset class="options">
      <legend>
        {group.name[language]} <span class="options-rule">{rule}</span>
      </legend>
      <div class="options-grid">
        {group.options.map((option) => {
          const on = chosen.includes(option.id);
          return (
            <label key={option.id} class="option">
              <input
                type={radio ? 'radio' : 'checkbox'}
                name={group.id}
                checked={on}
                disabled={option.soldOut || (full && !on)}
                onChange={() => onToggle(option.id)}
              />
              <span class="option-name">{option.name[language]}</span>
              {option.soldOut ? (
                <span class="option-aside">{shared.soldOut}</span>
              ) : (
                option.priceDelta.amount !== 0 && (
                  <span class="option-aside">
                    {option.priceDelta.amount > 0 && '+'}
                    {money(option.priceDelta, language)}
                  </span>
                )
              )}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
