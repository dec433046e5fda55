import { limits } from '@dangol/api';
import { money, useLanguage } from '@dangol/i18n';
import { Button, Notice, TextArea } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { changeCart, useCurrentCafe } from '../data/carts.ts';
import { attempt } from '../data/placing.ts';
import { usePractice } from '../data/practice.ts';
import { useStored } from '../data/stored.ts';
import { Age } from '../parts/Age.tsx';
import { TopBar } from '../parts/TopBar.tsx';
import { useScreen } from '../parts/useScreen.ts';
import { useCartWords } from '../words/cart.ts';
import { useSharedWords } from '../words/shared.ts';
import { Changes } from './Changes.tsx';
import { Fulfilments } from './Fulfilments.tsx';
import { Lines } from './Lines.tsx';
import { type Paying, PaymentCard } from './PaymentCard.tsx';
import { type Checkout, type Obstacle, useCheckout } from './useCheckout.ts';
import { usePay } from './usePay.ts';
import { Warnings } from './Warnings.tsx';

export function CartScreen() {
  const words = useCartWords();
  const shared = useSharedWords();
  const language = useLanguage();
  const cafeId = useCurrentCafe();
  const checkout = useCheckout(cafeId);
  const [paying, setPaying] = useState<Paying>({ method: 'card', token: 'approve' });
  const practice = usePractice();
  const { pay, resume, busy, error } = usePay(checkout, paying);
  const unsure = useStored(attempt);
  useScreen(words.title);
  const { cart, cafe, obstacle } = checkout;
  const menuHref = cafeId ? `/c/${encodeURIComponent(cafeId)}` : '/';

  const top = <TopBar back={{ href: menuHref, label: cafe.data?.name[language] ?? shared.home }} />;
  if (!cafeId || (cart.lines.length === 0 && !unsure)) {
    return (
      <>
        {top}
        <main class="page cart-empty" id="content">
          <h1 tabIndex={-1}>{words.empty}</h1>
          <p>{words.emptyHint}</p>
          <Link class="button button-primary" href={menuHref}>
            {words.toMenu}
          </Link>
        </main>
      </>
    );
  }
  return (
    <>
      {top}
      <Age at={checkout.menu.dataUpdatedAt} failed={obstacle === 'offline'} />
      <main class="page cart" id="content">
        <h1 tabIndex={-1}>{words.title}</h1>
        <Warnings checkout={checkout} />
        <Changes cafeId={cafeId} changes={checkout.changes} menu={checkout.menu.data} />
        <Lines cafeId={cafeId} cart={cart} changes={checkout.changes} menu={checkout.menu.data} />
        <Link class="button cart-more" href={menuHref}>
          {words.backToMenu}
        </Link>
        <Fulfilments cafeId={cafeId} checkout={checkout} />
        <TextArea
          label={words.request}
          hint={words.requestHint}
          rows={2}
          limit={limits.note}
          value={cart.note}
          onValue={(note) => changeCart(cafeId, (before) => ({ ...before, note }))}
        />
        <PaymentCard practice={practice} paying={paying} onChange={setPaying} />
        <Sums checkout={checkout} />
      </main>
      <aside class="bottom-bar bottom-bar-tall">
        {unsure && !busy && (
          <Notice tone="warn" live actions={<Link href="/history">{words.seeOrders}</Link>}>
            <strong>{words.unsureTitle}</strong>
            <p>{words.unsure}</p>
          </Notice>
        )}
        {!unsure && error !== undefined && <Refused error={error} />}
        {!unsure && <Reason obstacle={obstacle} checkout={checkout} />}
        {unsure && !busy ? (
          <Button kind="primary" wide onClick={() => resume(unsure)}>
            {words.resume}
          </Button>
        ) : (
          <Button kind="primary" wide busy={busy} disabled={!busy && obstacle !== undefined} onClick={pay}>
            {busy ? words.paying : words.pay(checkout.quoted ? money(checkout.quoted.totalPrice, language) : '…')}
          </Button>
        )}
      </aside>
    </>
  );
}

function Refused({ error }: { error: unknown }) {
  return (
    <Notice tone="bad" live>
      {error instanceof Error ? error.message : String(error)}
    </Notice>
  );
}

/** Why it cannot be paid now. */
function Reason({ obstacle, checkout }: { obstacle?: Obstacle; checkout: Checkout }) {
  const words = useCartWords();
  const { error } = checkout.quote;
  if (obstacle === 'price' && error) return <Refused error={error} />;
  const text = {
    offline: words.offline,
    notOpen: words.notOpen,
    changes: words.changesFirst,
    address: words.addressNeeded,
    place: words.placeNeeded,
    moved: words.placeMoved,
    phone: words.phoneNeeded,
  };
  if (!obstacle || obstacle === 'price') return null;
  return (
    <p class="reason" role="status">
      {text[obstacle]}
    </p>
  );
}

function Sums({ checkout }: { checkout: Checkout }) {
  const words = useCartWords();
  const language = useLanguage();
  const { quoted, delivery } = checkout;
  if (!quoted) return null;
  return (
    <section class="sums" aria-label={words.priceLabel}>
      <dl>
        <div>
          <dt>{words.itemsPrice}</dt>
          <dd>{money(quoted.itemsPrice, language)}</dd>
        </div>
        {delivery && (
          <div>
            <dt>{words.deliveryFee}</dt>
            <dd>{money(quoted.deliveryFee, language)}</dd>
          </div>
        )}
        <div class="sums-total">
          <dt>{words.total}</dt>
          <dd>{money(quoted.totalPrice, language)}</dd>
        </div>
      </dl>
    </section>
  );
}
