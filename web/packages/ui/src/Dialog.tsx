import { useCommonWords } from '@dangol/i18n';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './Button.tsx';

interface Props {
  title: string;
  onClose: () => void;
  /** From the bottom edge, where a thumb reaches. */
  sheet?: boolean;
  foot?: ComponentChildren;
  children: ComponentChildren;
}

/** The browser's own modal dialog: it keeps the focus in, closes on Escape, and gives the focus back. Open while mounted. */
export function Dialog({ title, onClose, sheet, foot, children }: Props) {
  const words = useCommonWords();
  const heading = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a tap beside the dialog is one more way out; Escape and the button are others
    <dialog
      ref={element}
      class={sheet ? 'dialog dialog-sheet' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      <div class="dialog-head">
        <h2 id={heading}>{title}</h2>
        <Button kind="quiet" aria-label={words.close} onClick={onClose}>
          ✕
        </Button>
      </div>
      <div class="dialog-body">{children}</div>
      {foot && <div class="dialog-foot">{foot}</div>}
    </dialog>
  );
}
