import { Button } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { useFrameWords } from '../words/frame.ts';
import { Icon } from './Icon.tsx';

/** From anywhere to an order: an id goes straight to it, a call number to those who have it. */
export function Search() {
  const words = useFrameWords();
  const [, go] = useLocation();
  const [text, setText] = useState('');
  return (
    <search>
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault();
          const sought = text.trim();
          if (!sought) return;
          go(isOrderId(sought) ? `/orders/${sought}` : `/orders?number=${encodeURIComponent(sought)}`);
          setText('');
        }}
      >
        <input
          class="input"
          type="search"
          aria-label={words.searchLabel}
          placeholder={words.searchLabel}
          autocomplete="off"
          autoCapitalize="off"
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" aria-label={words.search}>
          <Icon name="orders" />
        </Button>
      </form>
    </search>
  );
}

/** Ids are long; what a café calls out is short. */
export const isOrderId = (text: string): boolean => /^[0-9a-z]{20,64}$/i.test(text);
