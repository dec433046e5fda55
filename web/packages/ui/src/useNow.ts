import { onServerTime, serverNow } from '@dangol/api';
import { useEffect, useState } from 'preact/hooks';

function useClock(read: () => number, ms: number): number {
  const [now, setNow] = useState(read);
  useEffect(() => {
    const tick = () => setNow(read());
    const timer = setInterval(tick, ms);
    document.addEventListener('visibilitychange', tick);
    const stop = onServerTime(tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
      stop();
    };
  }, [ms]);
  return now;
}

/** The time by the server's clock, renewed each `ms`, and when the page is looked at again. */
export const useNow = (ms: number): number => useClock(serverNow, ms);

const deviceNow = () => Date.now();

/** By the device's own clock: for what it has noted itself, such as when a tap was made or when an answer came. */
export const useDeviceNow = (ms: number): number => useClock(deviceNow, ms);
