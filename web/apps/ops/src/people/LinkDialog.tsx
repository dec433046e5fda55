import type { Account } from '@dangol/api';
import { dateTime, useLanguage } from '@dangol/i18n';
import { Button, Dialog, Notice, TextInput } from '@dangol/ui';
import { CopyButton } from '../frame/CopyButton.tsx';
import { Qr } from '../frame/Qr.tsx';
import { usePeopleWords } from '../words/people.ts';
import { signInLink } from './link.ts';

export interface OneTime {
  name: string;
  role: Account['role'];
  code: string;
  until?: string;
}

/** The one time that the link is seen. */
export function LinkDialog({ link, onClose }: { link: OneTime; onClose: () => void }) {
  const words = usePeopleWords();
  const language = useLanguage();
  const address = signInLink(location.origin, link.role, link.code);
  return (
    <Dialog
      title={words.linkTitle(link.name)}
      onClose={onClose}
      foot={
        <div class="ask-foot">
          <Button onClick={onClose}>{words.closeLink}</Button>
          <CopyButton kind="primary" text={address} label={words.linkCopy} done={words.linkCopied} />
        </div>
      }
    >
      <div class="ask">
        <Notice tone="warn">{words.linkOnce}</Notice>
        <TextInput label={words.linkLabel} value={address} onValue={() => undefined} readOnly />
        <div class="qr-sheet">
          <Qr text={address} label={words.linkQr} />
          {link.until && <p class="soft">{words.linkUntil(dateTime(link.until, language))}</p>}
        </div>
      </div>
    </Dialog>
  );
}
