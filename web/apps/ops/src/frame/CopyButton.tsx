import { announce, Button } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { copy } from './copy.ts';

interface Props {
  text: string;
  label: string;
  done: string;
  kind?: 'plain' | 'primary' | 'quiet';
}

/** It says itself that it has copied: a toast would lie behind an open dialog. */
export function CopyButton({ text, label, done, kind }: Props) {
  const [copied, setCopied] = useState(false);
  return (
    <Button
      kind={kind}
      onClick={async () => {
        if (!(await copy(text))) return;
        setCopied(true);
        announce(done);
        setTimeout(() => setCopied(false), 3_000);
      }}
    >
      {copied ? done : label}
    </Button>
  );
}
