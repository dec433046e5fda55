import type { Menu } from '@dangol/api';
import { money, useCommonWords, useLanguage } from '@dangol/i18n';
import { Button, Quantity, toast } from '@dangol/ui';
import { changeCart } from '../data/carts.ts';
import { type Cart, type CartLine, changed, keyOf, roomFor, without } from '../logic/cart.ts';
import type { Change } from '../logic/changes.ts';
import { times } from '../logic/price.ts';
import { useCartWords } from '../words/cart.ts';
import { useMenuWords } from '../words/menu.ts';

interface Props {
  cafeId: string;
  cart: Cart;
  changes: readonly Change[];
  menu: Menu | undefined;
}

export function Lines({ cafeId, cart, changes, menu }: Props) {
  const words = useCartWords();
  return (
    <ul class="cart-lines" aria-label={words.linesLabel}>
      {cart.lines.map((line) => {
        const change = changes.find(({ key }) => key === keyOf(line));
        return (
          <Line
            key={keyOf(line)}
            cafeId={cafeId}
            cart={cart}
            line={line}
            menu={menu}
            gone={change && change.kind !== 'price' && change.kind !== 'renamed'}
          />
        );
      })}
    </ul>
  );
}

interface LineProps {
  cafeId: string;
  cart: Cart;
  line: CartLine;
  menu: Menu | undefined;
  gone?: boolean;
}

function Line({ cafeId, cart, line, menu, gone }: LineProps) {
  const words = useCartWords();
  const common = useCommonWords();
  const language = useLanguage();
  const name = line.name[language];
  const key = keyOf(line);
  const caps = useMenuWords().caps;
  const { most, cap } = roomFor(cart, line, menu);
  function remove(): void {
    changeCart(cafeId, (before) => without(before, key));
    const putBack = () => changeCart(cafeId, () => cart);
    toast(words.removed(name), { action: { label: common.undo, onClick: putBack } });
  }
  return (
    <li class={gone ? 'cart-line is-gone' : 'cart-line'}>
      <div class="cart-line-text">
        <strong>{name}</strong>
        {line.optionNames.length > 0 && (
          <p class="cart-line-options">{line.optionNames.map((option) => option[language]).join(' · ')}</p>
        )}
      </div>
      <strong class="cart-line-price">{money(times(line.unitPrice, line.quantity), language)}</strong>
      <div class="cart-line-actions">
        <Button kind="quiet" aria-label={words.removeOf(name)} onClick={remove}>
          {words.remove}
        </Button>
        <Quantity
          count={line.quantity}
          max={most}
          of={name}
          onChange={(quantity) => changeCart(cafeId, (before) => changed(before, key, (one) => ({ ...one, quantity })))}
        />
      </div>
      {line.quantity >= most && <p class="cart-line-cap">{caps[cap]}</p>}
    </li>
  );
}
