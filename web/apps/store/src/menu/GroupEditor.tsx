import type { OptionGroup } from '@dangol/api';
import { Button, Field, TextInput } from '@dangol/ui';
import { useMenuWords } from '../words/menu.ts';
import { boundsOf, idFor, type Rule, ruleOf, withOptions } from './draft.ts';

interface Props {
  group: OptionGroup;
  currency: string;
  /** Of the options of the whole item: an id stands for one option in it. */
  takenIds: readonly string[];
  onChange: (group: OptionGroup) => void;
  onRemove: () => void;
}

type Option = OptionGroup['options'][number];

/** One choice that the customer makes: its name, how many may be taken, and what there is. */
export function GroupEditor({ group, currency, takenIds, onChange, onRemove }: Props) {
  const words = useMenuWords();
  const rule = ruleOf(group, group.options.length);
  const rules: Rule[] = rule === 'other' ? ['one', 'upToOne', 'any', 'other'] : ['one', 'upToOne', 'any'];
  const putOption = (id: string, change: Partial<Option>) =>
    onChange({
      ...group,
      options: group.options.map((option) => (option.id === id ? { ...option, ...change } : option)),
    });
  const add = () => {
    const id = idFor({ ko: '', en: `option-${takenIds.length + 1}` }, takenIds);
    const fresh: Option = { id, name: { ko: '', en: '' }, priceDelta: { amount: 0, currency }, soldOut: false };
    onChange(withOptions(group, [...group.options, fresh]));
  };
  return (
    <fieldset class="group-editor">
      <legend class="visually-hidden">{group.name.ko || words.options}</legend>
      <div class="form-pair">
        <TextInput
          label={words.groupKo}
          value={group.name.ko}
          onValue={(ko) => onChange({ ...group, name: { ...group.name, ko } })}
        />
        <TextInput
          label={words.groupEn}
          value={group.name.en}
          onValue={(en) => onChange({ ...group, name: { ...group.name, en } })}
        />
        <Field label={words.rule}>
          {(wiring) => (
            <select
              class="input"
              {...wiring}
              value={rule}
              onChange={(event) => {
                const next = event.currentTarget.value as Rule;
                if (next !== 'other') onChange({ ...group, ...boundsOf(next, group.options.length) });
              }}
            >
              {rules.map((each) => (
                <option key={each} value={each}>
                  {words.rules[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <ul class="option-editors">
        {group.options.map((option) => (
          <li key={option.id} class="option-editor">
            <TextInput
              label={words.optionKo}
              value={option.name.ko}
              onValue={(ko) => putOption(option.id, { name: { ...option.name, ko } })}
            />
            <TextInput
              label={words.optionEn}
              value={option.name.en}
              onValue={(en) => putOption(option.id, { name: { ...option.name, en } })}
            />
            <TextInput
              label={words.optionPrice}
              type="number"
              step={100}
              value={String(option.priceDelta.amount)}
              onValue={(amount) =>
                putOption(option.id, { priceDelta: { currency, amount: Math.round(Number(amount)) } })
              }
            />
            <Button
              kind="quiet"
              aria-label={`${words.removeOption} ${option.name.ko}`}
              onClick={() =>
                onChange(
                  withOptions(
                    group,
                    group.options.filter(({ id }) => id !== option.id),
                  ),
                )
              }
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
      <div class="form-actions">
        <Button onClick={add}>{words.addOption}</Button>
        <Button kind="quiet" onClick={onRemove}>
          {words.removeGroup}
        </Button>
      </div>
    </fieldset>
  );
}
