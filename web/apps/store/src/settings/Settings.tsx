import { allOf, useCommonWords } from '@dangol/i18n';
import { Button, chime, Dialog, Notice } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { openAt } from '../board/closing.ts';
import { useTickets } from '../board/useTickets.ts';
import { closeCafe, openCafe, useCafe, useCafeCommand } from '../cafe.ts';
import { signOut } from '../services.ts';
import { Page } from '../shell/Page.tsx';
import { beginShift } from '../shift.ts';
import { useBoardWords } from '../words/board.ts';
import { useOfficeWords } from '../words/office.ts';
import { useShellWords } from '../words/shell.ts';
import { QrPoster } from './QrPoster.tsx';
import '../styles/office.css';

export default function Settings({ onChangeCafe }: { onChangeCafe?: () => void }) {
  const words = useOfficeWords();
  const shell = useShellWords();
  const common = useCommonWords();
  const { data: cafe } = useCafe();
  const hear = async (which: Parameters<typeof chime>[0]) => {
    await beginShift();
    chime(which, 0.8);
  };
  return (
    <Page title={words.settingsTitle}>
      <nav class="settings-more" aria-label={words.moreScreens}>
        <Link class="button" href="/store/hours">
          {shell.hours}
        </Link>
        <Link class="button" href="/store/sales">
          {shell.sales}
        </Link>
      </nav>
      <ShiftEnd />
      {cafe && <QrPoster cafeId={cafe.id} name={allOf(cafe.name)} />}
      <section class="card settings-part">
        <h2>{words.sound}</h2>
        <p class="hint">{words.soundHint}</p>
        <div class="settings-actions">
          <Button onClick={() => void hear('new')}>{words.tryNew}</Button>
          <Button onClick={() => void hear('changed')}>{words.tryChanged}</Button>
          <Button onClick={() => void hear('lost')}>{words.tryLost}</Button>
        </div>
      </section>
      <section class="card settings-part">
        <h2>{words.account}</h2>
        <div class="settings-actions">
          {onChangeCafe && <Button onClick={onChangeCafe}>{shell.changeCafe}</Button>}
          <Button onClick={() => void signOut()}>{common.signOut}</Button>
        </div>
      </section>
    </Page>
  );
}

function ShiftEnd() {
  const words = useOfficeWords();
  const board = useBoardWords();
  const shell = useShellWords();
  const { data: cafe } = useCafe();
  const { tickets } = useTickets();
  const [asking, setAsking] = useState(false);
  const close = useCafeCommand(closeCafe, words.closedToast);
  const open = useCafeCommand(openCafe, shell.openedToast);
  const left = openAt(tickets);
  if (!cafe) return null;
  return (
    <section class="card settings-part">
      <h2>{words.shift}</h2>
      <p class="hint">{words.shiftHint(left.count)}</p>
      <div class="settings-actions">
        {cafe.state === 'CLOSED' ? (
          <Button kind="primary" busy={open.isPending} onClick={() => open.mutate(undefined)}>
            {board.start}
          </Button>
        ) : (
          <Button kind="danger" busy={close.isPending} onClick={() => setAsking(true)}>
            {words.closeShift}
          </Button>
        )}
      </div>
      {asking && (
        <Dialog
          title={words.closeTitle}
          onClose={() => setAsking(false)}
          foot={
            <Button
              kind="danger"
              console
              wide
              onClick={() => {
                close.mutate(undefined);
                setAsking(false);
              }}
            >
              {left.count === 0 ? words.closeShift : words.closeAnyway}
            </Button>
          }
        >
          {left.count === 0 ? (
            <p>{words.shiftHint(0)}</p>
          ) : (
            <Notice
              tone="warn"
              live
              actions={
                <Link class="button" href="/store">
                  {shell.showOrders}
                </Link>
              }
            >
              <strong>{words.leftTitle(left.count)}</strong>
              <p class="closing-calls">
                {left.calls.join(' · ')}
                {left.more > 0 && ` ${words.leftMore(left.more)}`}
              </p>
              <p>{words.leftHint}</p>
            </Notice>
          )}
        </Dialog>
      )}
    </section>
  );
}
