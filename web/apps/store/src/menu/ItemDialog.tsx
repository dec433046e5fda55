import { limits, type MenuItem, type Text } from '@dangol/api';
import { useCommonWords, useLanguage } from '@dangol/i18n';
import { Button, Dialog, Field, Notice, TextInput } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { leave, useUnsaved } from '../unsaved.ts';
import { useMenuWords } from '../words/menu.ts';
import { type Change, freshGroup, freshItem, type ItemDraft, type Missing, missingIn, put, without } from './draft.ts';
import { GroupEditor } from './GroupEditor.tsx';
import { MoneyInput } from './MoneyInput.tsx';
import { PictureField } from './PictureField.tsx';

interface Props {
  /** Undefined: a new one. */
  item: MenuItem | undefined;
  categories: readonly Text[];
  currency: string;
  busy: boolean;
  onChange: (change: Change) => void;
  onClose: () => void;
}

const nothing: Text = { ko: '', en: '' };

/** All about one item of the menu; nothing is sent before it is saved, and nothing typed is lost without asking. */
export function ItemDialog({ item, categories, currency, busy, onChange, onClose }: Props) {
  const words = useMenuWords();
  const common = useCommonWords();
  const language = useLanguage();
  const [before] = useState<ItemDraft>(() => item ?? freshItem(categories[0] ?? nothing, currency));
  const [draft, setDraft] = useState(before);
  const [newCategory, setNewCategory] = useState(categories.length === 0);
  const [missing, setMissing] = useState<Missing>();
  const [removing, setRemoving] = useState(false);
  const change = (part: Partial<ItemDraft>) => setDraft({ ...draft, ...part });
  useUnsaved(JSON.stringify(draft) !== JSON.stringify(before));

  const save = () => {
    const lacking = missingIn(draft);
    setMissing(lacking);
    if (lacking) return;
    onChange(put(draft));
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
      onClose={() => leave(onClose)}
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
            limit={limits.name}
            value={draft.name.ko}
            required
            onValue={(ko) => change({ name: { ...draft.name, ko } })}
          />
          <TextInput
            label={words.nameEn}
            limit={limits.name}
            hint={words.nameEnHint}
            value={draft.name.en}
            onValue={(en) => change({ name: { ...draft.name, en } })}
          />
          <MoneyInput
            label={words.price}
            hint={words.priceHint}
            value={draft.price}
            required
            onValue={(price) => change({ price })}
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
              limit={limits.description}
              value={draft.category.ko}
              onValue={(ko) => change({ category: { ...draft.category, ko } })}
            />
            <TextInput
              label={words.categoryEn}
              limit={limits.description}
              value={draft.category.en}
              onValue={(en) => change({ category: { ...draft.category, en } })}
            />
          </div>
        )}
        <TextInput
          label={words.descriptionKo}
          limit={limits.description}
          value={draft.description.ko}
          onValue={(ko) => change({ description: { ...draft.description, ko } })}
        />
        <TextInput
          label={words.descriptionEn}
          limit={limits.description}
          value={draft.description.en}
          onValue={(en) => change({ description: { ...draft.description, en } })}
        />
        <h3>{words.options}</h3>
        {draft.groups.map((group, index) => (
          <GroupEditor
            key={group.id}
            group={group}
            currency={draft.price.currency}
            onChange={(next) => change({ groups: draft.groups.map((each, at) => (at === index ? next : each)) })}
            onRemove={() => change({ groups: draft.groups.filter((_, at) => at !== index) })}
          />
        ))}
        <Button onClick={() => change({ groups: [...draft.groups, freshGroup()] })}>{words.addGroup}</Button>
      </div>
    </Dialog>
  );
}
