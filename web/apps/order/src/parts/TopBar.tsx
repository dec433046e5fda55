import { useCommonWords } from '@dangol/i18n';
import { LanguageSwitch } from '@dangol/ui';
import { Link } from 'wouter-preact';
import { useSharedWords } from '../words/shared.ts';
import { BackIcon, CupIcon, ListIcon } from './icons.tsx';

interface Props {
  /** Where back leads; without it the app's own name stands there. */
  back?: { href: string; label: string };
  history?: boolean;
}

export function TopBar({ back, history }: Props) {
  const words = useSharedWords();
  return (
    <header class="top-bar">
      {back ? (
        <Link class="top-bar-link" href={back.href}>
          <BackIcon />
          <span>{back.label}</span>
        </Link>
      ) : (
        <span class="top-bar-name">
          <CupIcon />
          {words.appName}
        </span>
      )}
      <div class="top-bar-end">
        {history && (
          <Link class="top-bar-link" href="/history">
            <ListIcon />
            <span>{words.history}</span>
          </Link>
        )}
        <LanguageSwitch />
      </div>
    </header>
  );
}

export function SkipLink() {
  const words = useCommonWords();
  return (
    <a class="skip-link" href="#content">
      {words.skipToContent}
    </a>
  );
}
