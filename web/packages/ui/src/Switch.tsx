import type { ComponentChildren } from 'preact';

interface Props {
  on: boolean;
  onChange: (on: boolean) => void;
  disabled?: boolean;
  label?: string;
  children?: ComponentChildren;
}

export function Switch({ on, onChange, disabled, label, children }: Props) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on ? 'true' : 'false'}
      aria-label={label}
      disabled={disabled}
      onClick={() => onChange(!on)}
    >
      <span class="switch-track" />
      {children}
    </button>
  );
}
