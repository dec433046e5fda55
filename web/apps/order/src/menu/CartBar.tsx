import { money, useLanguage } from '@dangol/i18n';
import { Link } from 'wouter-preact';
import { useCart } from '../data/carts.ts';
import { countOf, sumOf } from '../logic/cart.ts';
import { useMenuWords } from '../words/menu.ts';

/** Nothing as long as nothing is in the cart. */
export function CartBar({ cafeId }: { cafeId: string }) {
  const words = useMenuWords();
  const language = useLanguage();
  const cart = useCart(cafeId);
  const count = countOf(cart);
  if (count === 0) return null;
  return (
    <aside class="bottom-bar" aria-label={words.cartRegion}>
      <Link class="button button-primary button-wide cart-bar" href="/cart">
        <span class="cart-bar-count">{words.inCart(count)}</span>
        <span>{words.goToCart}</span>
        <span class="cart-bar-sum">{money(sumOf(cart), language)}</span>
      </Link>
    </aside>
  );
}
