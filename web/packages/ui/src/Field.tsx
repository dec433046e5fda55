import { useCommonWords } from '@dangol/i18n';
import type { ComponentChildren, InputHTMLAttributes, TextareaHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { charactersOf, cutTo, roomIn } from './limited.ts';

interface FieldProps {
  label: string;
  hint?: string;
  error?: string;
  children: (wiring: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: 'true' }) => ComponentChildren;
}

/** A label, its control, and what is wrong with it, tied together for screen readers. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': 'true' as const } : {}),
      })}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

interface TextProps {
  label: string;
  hint?: string;
  error?: string;
  value: string;
  /** How many characters the server takes: no more can be typed, and that is said. */
  limit?: number;
  onValue: (value: string) => void;
}
type Own = 'class' | 'onInput' | 'value' | 'label' | 'maxLength' | 'maxlength';

/** Passes on what fits. The field itself is cut, too: a state that stays the same would not be drawn again. */
function take(field: HTMLInputElement | HTMLTextAreaElement, limit: number | undefined, onValue: (v: string) => void) {
  const kept = limit === undefined ? field.value : cutTo(field.value, limit);
  if (kept !== field.value) field.value = kept;
  onValue(kept);
}

/** The hint, or how much room is left once that matters. */
function useHint(hint: string | undefined, value: string, limit: number | undefined): string | undefined {
  const words = useCommonWords();
  const room = limit === undefined ? undefined : roomIn(value, limit);
  if (limit === undefined || !room) return hint;
  return room === 'full' ? words.charactersMax(limit) : words.charactersOf(charactersOf(value), limit);
}

type TextInputProps = TextProps & Omit<InputHTMLAttributes<HTMLInputElement>, Own>;

export function TextInput({ label, hint, error, value, limit, onValue, ...rest }: TextInputProps) {
  return (
    <Field label={label} hint={useHint(hint, value, limit)} error={error}>
      {(wiring) => (
        <input
          class="input"
          {...rest}
          {...wiring}
          value={value}
          onInput={(event) => take(event.currentTarget, limit, onValue)}
        />
      )}
    </Field>
  );
}

type TextAreaProps = TextProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Own>;

export function TextArea({ label, hint, error, value, limit, onValue, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={useHint(hint, value, limit)} error={error}>
      {(wiring) => (
        <textarea
          class="input"
          {...rest}
          {...wiring}
          value={value}
          onInput={(event) => take(event.currentTarget, limit, onValue)}
        />
      )}
    </Field>
  );
}

interface ChoiceProps {
  type: 'radio' | 'checkbox';
  name: string;
  checked: boolean;
  disabled?: boolean;
  onChoose: (checked: boolean) => void;
  /** At the end of the row: what it costs, or why it cannot be had. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}

export function Choice({ type, name, checked, disabled, onChoose, aside, children }: ChoiceProps) {
  return (
    <label class="choice">
      <input
        type={type}
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <span>{children}</span>
      {aside && <span class="choice-price">{aside}</span>}
    </label>
  );
}
