import type { MenuItem } from '@dangol/api';
import { money, useLanguage } from '@dangol/i18n';
import { Button, Failed, Waiting } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { useCafe, useCafeCommand, useMenu } from '../cafe.ts';
import { Page } from '../shell/Page.tsx';
import { byCategory } from '../soldOut/shelf.ts';
import { useMenuWords } from '../words/menu.ts';
import { moved } from './draft.ts';
import { ItemDialog } from './ItemDialog.tsx';
import { publish } from './publish.ts';
import '../styles/menu.css';

export default function MenuEditor() {
  const words = useMenuWords();
  const language = useLanguage();
  const menu = useMenu();
  const { data: cafe } = useCafe();
  const [editing, setEditing] = useState<MenuItem | 'new'>();
  const save = useCafeCommand(publish, words.saved);

  if (!menu.data) {
    return (
      <Page title={words.title}>
        {menu.error ? <Failed error={menu.error} onRetry={() => void menu.refetch()} /> : <Waiting />}
      </Page>
    );
  }
  const { items } = menu.data;
  const groups = byCategory(items);
  return (
    <Page
      title={words.title}
      actions={
        <Button kind="primary" onClick={() => setEditing('new')}>
          {words.add}
        </Button>
      }
    >
      <p class="hint">{words.hint}</p>
      {items.length === 0 && <p class="lane-empty">{words.empty}</p>}
      {groups.map(({ category, items }) => (
        <section key={category.ko} class="menu-part">
          <h2>{category[language]}</h2>
          <ul>
            {items.map((item, index) => (
              <li key={item.id} class="menu-row">
                {item.image ? (
                  <img src={item.image} alt="" width={64} height={64} loading="lazy" />
                ) : (
                  <span class="menu-no-picture" />
                )}
                <div class="menu-text">
                  <p class="menu-name">{item.name[language]}</p>
                  <p class="hint">{money(item.price, language)}</p>
                </div>
                <div class="menu-row-actions">
                  <Button
                    kind="quiet"
                    aria-label={words.up(item.name[language])}
                    disabled={index === 0 || save.isPending}
                    onClick={() => save.mutate(moved(item.id, -1))}
                  >
                    ↑
                  </Button>
                  <Button
                    kind="quiet"
                    aria-label={words.down(item.name[language])}
                    disabled={index === items.length - 1 || save.isPending}
                    onClick={() => save.mutate(moved(item.id, 1))}
                  >
                    ↓
                  </Button>
                  <Button aria-label={words.edit(item.name[language])} onClick={() => setEditing(item)}>
                    {words.editShort}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {editing && (
        <ItemDialog
          item={editing === 'new' ? undefined : editing}
          categories={groups.map(({ category }) => category)}
          currency={cafe?.delivery.fee.currency ?? 'KRW'}
          busy={save.isPending}
          onChange={(change) => save.mutate(change, { onSuccess: () => setEditing(undefined) })}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  );
}
