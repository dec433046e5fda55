import { useEffect, useRef } from 'preact/hooks';

type Then = () => void;

const mark = 'dangolOver';
const isMarked = (): boolean => Boolean((history.state as Record<string, unknown> | null)?.[mark]);

/**
 * While it is shown, the browser's back closes it and the page below stays: it has an entry of its own in the history.
 * Returns what else closes it: that goes back, too, and a moment later calls `then` and `onClose`, once. Until then it stays
 * over the page, so that nobody can go elsewhere meanwhile.
 */
export function useBackCloses(onClose: () => void): (then?: Then) => void {
  const latest = useRef(onClose);
  latest.current = onClose;
  const closing = useRef<Then>();
  useEffect(() => {
    // After a reload the entry is there already.
    if (!isMarked()) history.pushState({ ...history.state, [mark]: true }, '');
    const back = () => {
      closing.current?.();
      latest.current();
    };
    window.addEventListener('popstate', back);
    return () => {
      window.removeEventListener('popstate', back);
      if (isMarked() && !closing.current) history.back(); // something else has closed it
    };
  }, []);
  return (then = () => undefined) => {
    if (closing.current) return;
    closing.current = then;
    history.back();
  };
}
