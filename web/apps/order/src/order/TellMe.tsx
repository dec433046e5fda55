import type { MyPage } from '@dangol/api';
import { Button, chime, unlockSound, useWakeLock } from '@dangol/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { BellIcon } from '../parts/icons.tsx';
import { useOrderWords } from '../words/order.ts';

const worthAChime: readonly MyPage['orderStatus'][] = ['READY', 'OUT_FOR_DELIVERY'];

/** A page may sound only after a tap, and only while the screen is on. */
export function TellMe({ page }: { page: MyPage }) {
  const words = useOrderWords();
  const [on, setOn] = useState(false);
  const before = useRef(page.orderStatus);
  useWakeLock(on);
  useEffect(() => {
    const come = before.current !== page.orderStatus && worthAChime.includes(page.orderStatus);
    before.current = page.orderStatus;
    if (!on || !come) return;
    chime('ready');
    navigator.vibrate?.([300, 150, 300, 150, 500]);
  }, [page.orderStatus, on]);
  const come = page.orderStatus === 'READY' && page.fulfilment !== 'delivery';
  if (come || page.orderStatus === 'PAYMENT_PENDING') return null;

  async function begin(): Promise<void> {
    await unlockSound().catch(() => undefined);
    chime('ready', 0.2);
    setOn(true);
  }
  return on ? (
    <p class="tell-me is-on" role="status">
      <BellIcon />
      <span>{words.tellingMe}</span>
      <Button kind="quiet" onClick={() => setOn(false)}>
        {words.stopTelling}
      </Button>
    </p>
  ) : (
    <div class="tell-me">
      <Button wide onClick={() => void begin()}>
        <BellIcon />
        {words.tellMe}
      </Button>
      <p class="soft">{words.tellMeHint}</p>
    </div>
  );
}
