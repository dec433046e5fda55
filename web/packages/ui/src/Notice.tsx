import type { ComponentChildren } from 'preact';

interface Props {
  tone?: 'plain' | 'warn' | 'bad' | 'good';
  /** Spoken when it appears. */
  live?: boolean;
  actions?: ComponentChildren;
  children: ComponentChildren;
}

export function Notice({ tone = 'plain', live, actions, children }: Props) {
  return (
    <div class={`notice notice-${tone}`} role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
      <div>{children}</div>
      {actions && <div class="notice-actions">{actions}</div>}
    </div>
  );
}
