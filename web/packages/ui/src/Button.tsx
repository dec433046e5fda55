import type { ButtonHTMLAttributes } from 'preact';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'size'> {
  kind?: 'plain' | 'primary' | 'danger' | 'quiet';
  wide?: boolean;
  /** 64 px high: for wet hands, or one. */
  console?: boolean;
  /** Under way: it says so, and taps do nothing. It stays focusable, unlike a disabled one. */
  busy?: boolean;
  class?: string;
}

export function Button({ kind = 'plain', wide, console, busy, class: more, onClick, children, ...rest }: Props) {
  const classes = ['button', `button-${kind}`, wide && 'button-wide', console && 'button-console', more];
  return (
    <button
      type="button"
      {...rest}
      class={classes.filter(Boolean).join(' ')}
      aria-busy={busy ? 'true' : undefined}
      onClick={busy ? undefined : onClick}
    >
      {children}
    </button>
  );
}
