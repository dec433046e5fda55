import type { Menu } from '@dangol/api';
import { type Language, money, useLanguage } from '@dangol/i18n';
import { announce, Button, toast } from '@dangol/ui';
import { useEffect, useState } from 'preact/hooks';
import { cartOf, changeCart } from '../data/carts.ts';
import { lineOf, replaced, without } from '../logic/cart.ts';
import { accepted, type Change } from '../logic/changes.ts';
import { ItemSheet } from '../menu/ItemSheet.tsx';
import { useCartWords } from '../words/cart.ts';
import { useCapText } from '../words/menu.ts';

interface Props {
  cafeId: string;
  changes: readonly Change[];
  menu: Menu | undefined;
}

export function Changes({ cafeId, changes, menu }: Props) {
  const said = useCapText();
  const words = useCartWords();
  const language = useLanguage();
  const all = changes.map(({ kind, key }) => `${kind} ${key}`).join();
  useEffect(() => {
    if (all) announce(words.changesTitle);
  }, [all]);
  const [choosing, choose] = useState<string>();
  if (changes.length === 0) return null;
  const open = changes.find(({ key }) => key === choosing);

  const text = (change: Change): string => {
    const name = change.line.name[language];
    switch (change.kind) {
      case 'soldOut':
        return words.soldOut(name);
      case 'gone':
        return words.gone(name);
      case 'optionSoldOut':
        return words.optionSoldOut(name, change.options.map((option) => option[language]).join(', '));
      case 'choose': {
        const groups = change.groups.map((group) => group[language]).join(', ');
        return change.possible ? words.choose(name, groups) : words.noChoice(name, groups);
      }
      case 'renamed':
        return renames(change).join(' · ');
      case 'price':
        return words.price(name, money(change.before, language), money(change.after, language));
    }
  };
  const renames = (change: Extract<Change, { kind: 'renamed' }>): string[] => {
    const told = differences(change, language).map(([before, now]) => words.became(before, now));
    // Only in the other language does it have another name.
    const other = language === 'ko' ? 'en' : 'ko';
    if (told.length === 0) return differences(change, other).map(([before, now]) => words.became(before, now));
    const { line, after } = change;
    return line.name[language] === after.name[language] ? [line.name[language], ...told] : told;
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
                {(change.kind === 'price' || change.kind === 'renamed') && (
                  <Button
                    kind="primary"
                    aria-label={change.kind === 'price' ? words.acceptOf(name) : words.acceptNameOf(name)}
                    onClick={() => changeCart(cafeId, (cart) => accepted(cart, change))}
                  >
                    {change.kind === 'price' ? words.accept : words.acceptName}
                  </Button>
                )}
                {(change.kind === 'choose' || change.kind === 'optionSoldOut') && change.possible && (
                  <Button kind="primary" aria-label={words.chooseAgainOf(name)} onClick={() => choose(change.key)}>
                    {words.chooseAgain}
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
      {open && 'item' in open && (
        <ItemSheet
          item={open.item}
          usual={open.line.options}
          count={open.line.quantity}
          onAdd={(options, quantity) => {
            const line = lineOf(open.item, options, quantity);
            const { cart, taken, cap } = replaced(cartOf(cafeId), open.key, line, menu);
            changeCart(cafeId, () => cart);
            if (cap) toast(said(cap, taken), { ms: 8_000 });
            choose(undefined);
          }}
          onClose={() => choose(undefined)}
        />
      )}
    </section>
  );
}

/** Names and prices that are others now, as they were and as they are. */
function differences({ line, after }: Extract<Change, { kind: 'renamed' }>, language: Language): [string, string][] {
  const options = line.optionNames.map((name, index): [string, string] => [
    name[language],
    (after.optionNames[index] ?? name)[language],
  ]);
  const pairs: [string, string][] = [
    [line.name[language], after.name[language]],
    ...options,
    [money(line.unitPrice, language), money(after.unitPrice, language)],
  ];
  return pairs.filter(([before, now]) => before !== now);
}
