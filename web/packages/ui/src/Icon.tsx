import type { ComponentChildren } from 'preact';

/** A line drawing on a grid of 24, in the colour of the text around it. The words beside it say what it means. */
export function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}
