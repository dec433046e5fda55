import { limits, type OptionGroup } from '@dangol/api';
import { Button, Field, TextInput } from '@dangol/ui';
import { useMenuWords } from '../words/menu.ts';
import { boundsOf, freshOption, type Rule, ruleOf, withOptions } from './draft.ts';
import { MoneyInput } from './MoneyInput.tsx';

interface Props {
  group: OptionGroup;
  currency: string;
  onChange: (group: OptionGroup) => void;
  onRemove: () => void;
}

type Option = OptionGroup['options'][number];

/** One choice that the customer makes: its name, how many may be taken, and what there is. */
export function GroupEditor({ group, currency, onChange, onRemove }: Props) {
  const words = useMenuWords();
  const rule = ruleOf(group, group.options.length);
  const rules: Rule[] = rule === 'other' ? ['one', 'upToOne', 'any', 'other'] : ['one', 'upToOne', 'any'];
  const putOption = (id: string, change: Partial<Option>) =>
    onChange({
      ...group,
      options: group.options.map((option) => (option.id === id ? { ...option, ...change } : option)),
    });
  const add = () => onChange(withOptions(group, [...group.options, freshOption(currency)]));
  return (
    <fieldset class="group-editor">
      <legend class="visually-hidden">{group.name.ko || words.options}</legend>
      <div class="form-pair">
        <TextInput
          label={words.groupKo}
          limit={limits.name}
          value={group.name.ko}
          onValue={(ko) => onChange({ ...group, name: { ...group.name, ko } })}
        />
        <TextInput
          label={words.groupEn}
          limit={limits.name}
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
              limit={limits.name}
              value={option.name.ko}
              onValue={(ko) => putOption(option.id, { name: { ...option.name, ko } })}
            />
            <TextInput
              label={words.optionEn}
              limit={limits.name}
              value={option.name.en}
              onValue={(en) => putOption(option.id, { name: { ...option.name, en } })}
            />
            <MoneyInput
              label={words.optionPrice}
              value={option.priceDelta}
              signed
              onValue={(priceDelta) => putOption(option.id, { priceDelta })}
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
