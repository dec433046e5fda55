import type { MenuItem, Text } from '@dangol/api';
import { useCommonWords, useLanguage } from '@dangol/i18n';
import { Button, Dialog, Field, Notice, TextInput } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { useMenuWords } from '../words/menu.ts';
import { type Change, type ItemDraft, idFor, type Missing, missingIn, put, without } from './draft.ts';
import { GroupEditor } from './GroupEditor.tsx';
import { PictureField } from './PictureField.tsx';

interface Props {
  /** Undefined: a new one. */
  item: MenuItem | undefined;
  items: readonly MenuItem[];
  categories: readonly Text[];
  currency: string;
  busy: boolean;
  onChange: (change: Change) => void;
  onClose: () => void;
}

const nothing: Text = { ko: '', en: '' };

/** All about one item of the menu; nothing is sent before it is saved. */
export function ItemDialog({ item, items, categories, currency, busy, onChange, onClose }: Props) {
  const words = useMenuWords();
  const common = useCommonWords();
  const language = useLanguage();
  const [draft, setDraft] = useState<ItemDraft>(
    () =>
      item ?? {
        id: '',
        name: nothing,
        description: nothing,
        category: categories[0] ?? nothing,
        price: { amount: Number.NaN, currency },
        units: 1,
        image: '',
        groups: [],
      },
  );
  const [newCategory, setNewCategory] = useState(categories.length === 0);
  const [missing, setMissing] = useState<Missing>();
  const [removing, setRemoving] = useState(false);
  const change = (part: Partial<ItemDraft>) => setDraft({ ...draft, ...part });
  const optionIds = draft.groups.flatMap(({ options }) => options.map(({ id }) => id));

  const save = () => {
    const lacking = missingIn(draft);
    setMissing(lacking);
    if (lacking) return;
    const id =
      draft.id ||
      idFor(
        draft.name,
        items.map((each) => each.id),
      );
    onChange(put({ ...draft, id }));
  };
  if (removing && item) {
    return (
      <Dialog
        title={words.removeTitle(item.name[language])}
        onClose={() => setRemoving(false)}
        foot={
          <Button kind="danger" console wide busy={busy} onClick={() => onChange(without(item.id))}>
            {words.remove}
          </Button>
        }
      >
        <p>{words.removeHint}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={item ? words.edit(item.name[language]) : words.newItem}
      onClose={onClose}
      foot={
        <div class="form-actions">
          {item && (
            <Button kind="quiet" class="item-remove" onClick={() => setRemoving(true)}>
              {words.remove}
            </Button>
          )}
          <Button kind="primary" class="item-save" busy={busy} onClick={save}>
            {common.save}
          </Button>
        </div>
      }
    >
      <div class="item-form">
        {missing && (
          <Notice tone="bad" live>
            {words[missing]}
          </Notice>
        )}
        <PictureField image={draft.image} onImage={(image) => change({ image })} />
        <div class="form-pair">
          <TextInput
            label={words.nameKo}
            value={draft.name.ko}
            required
            onValue={(ko) => change({ name: { ...draft.name, ko } })}
          />
          <TextInput
            label={words.nameEn}
            hint={words.nameEnHint}
            value={draft.name.en}
            onValue={(en) => change({ name: { ...draft.name, en } })}
          />
          <TextInput
            label={words.price}
            hint={words.priceHint}
            type="number"
            inputMode="numeric"
            min={0}
            step={100}
            required
            value={Number.isNaN(draft.price.amount) ? '' : String(draft.price.amount)}
            onValue={(amount) =>
              change({ price: { currency, amount: amount ? Math.round(Number(amount)) : Number.NaN } })
            }
          />
          <TextInput
            label={words.work}
            hint={words.workHint}
            type="number"
            inputMode="numeric"
            min={0}
            max={20}
            value={String(draft.units)}
            onValue={(units) => change({ units: Math.min(20, Math.max(0, Math.round(Number(units)))) })}
          />
          <Field label={words.category}>
            {(wiring) => (
              <select
                class="input"
                {...wiring}
                value={newCategory ? 'new' : draft.category.ko}
                onChange={(event) => {
                  const chosen = categories.find(({ ko }) => ko === event.currentTarget.value);
                  setNewCategory(!chosen);
                  change({ category: chosen ?? nothing });
                }}
              >
                {categories.map((category) => (
                  <option key={category.ko} value={category.ko}>
                    {category[language]}
                  </option>
                ))}
                <option value="new">{words.newCategory}</option>
              </select>
            )}
          </Field>
        </div>
        {newCategory && (
          <div class="form-pair">
            <TextInput
              label={words.categoryKo}
              value={draft.category.ko}
              onValue={(ko) => change({ category: { ...draft.category, ko } })}
            />
            <TextInput
              label={words.categoryEn}
              value={draft.category.en}
              onValue={(en) => change({ category: { ...draft.category, en } })}
            />
          </div>
        )}
        <TextInput
          label={words.descriptionKo}
          value={draft.description.ko}
          onValue={(ko) => change({ description: { ...draft.description, ko } })}
        />
        <TextInput
          label={words.descriptionEn}
          value={draft.description.en}
          onValue={(en) => change({ description: { ...draft.description, en } })}
        />
        <h3>{words.options}</h3>
        {draft.groups.map((group, index) => (
          <GroupEditor
            key={group.id}
            group={group}
            currency={currency}
            takenIds={optionIds}
            onChange={(next) => change({ groups: draft.groups.map((each, at) => (at === index ? next : each)) })}
            onRemove={() => change({ groups: draft.groups.filter((_, at) => at !== index) })}
          />
        ))}
        <Button
          onClick={() =>
            change({
              groups: [
                ...draft.groups,
                {
                  id: idFor(
                    { ko: '', en: 'group' },
                    draft.groups.map(({ id }) => id),
                  ),
                  name: nothing,
                  min: 1,
                  max: 1,
                  options: [],
                },
              ],
            })
          }
        >
          {words.addGroup}
        </Button>
      </div>
    </Dialog>
  );
}
