import { money, useLanguage } from '@dangol/i18n';
import { announce, Button } from '@dangol/ui';
import { useEffect } from 'preact/hooks';
import { changeCart } from '../data/carts.ts';
import { changed, without } from '../logic/cart.ts';
import type { Change } from '../logic/changes.ts';
import { useCartWords } from '../words/cart.ts';

interface Props {
  cafeId: string;
  changes: readonly Change[];
}

export function Changes({ cafeId, changes }: Props) {
  const words = useCartWords();
  const language = useLanguage();
  const said = changes.map(({ kind, key }) => `${kind} ${key}`).join();
  useEffect(() => {
    if (said) announce(words.changesTitle);
  }, [said]);
  if (changes.length === 0) return null;

  const text = (change: Change): string => {
    const name = change.line.name[language];
    switch (change.kind) {
      case 'soldOut':
        return words.soldOut(name);
      case 'gone':
        return words.gone(name);
      case 'optionSoldOut':
        return words.optionSoldOut(name, change.options.map((option) => option[language]).join(', '));
      case 'price':
        return words.price(name, money(change.before, language), money(change.after, language));
    }
  };
  return (
    <section class="changes" aria-labelledby="changes-title">
      <h2 id="changes-title">{words.changesTitle}</h2>
      <ul>
        {changes.map((change) => {
          const name = change.line.name[language];
          return (
            <li key={change.key} class="change">
              <p>{text(change)}</p>
              <div class="change-actions">
                {change.kind === 'price' && (
                  <Button
                    kind="primary"
                    aria-label={words.acceptOf(name)}
                    onClick={() =>
                      changeCart(cafeId, (cart) =>
                        changed(cart, change.key, (line) => ({ ...line, unitPrice: change.after })),
                      )
                    }
                  >
                    {words.accept}
                  </Button>
                )}
                <Button
                  aria-label={words.removeOf(name)}
                  onClick={() => changeCart(cafeId, (cart) => without(cart, change.key))}
                >
                  {words.remove}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
