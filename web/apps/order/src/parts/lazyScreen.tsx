// A screen that comes when it is needed. Not preact/compat's lazy: that would bring all of compat along.

import { Failed, Waiting } from '@dangol/ui';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Loaded<Props> = { screen: ComponentType<Props> };

export interface LazyScreen<Props> {
  (props: Props): preact.JSX.Element;
  /** While nobody waits for it. */
  prefetch: () => void;
}

export function lazyScreen<Props extends object>(load: () => Promise<Loaded<Props>>): LazyScreen<Props> {
  let known: ComponentType<Props> | undefined;
  const fetchOnce = async () => {
    known ??= (await load()).screen;
    return known;
  };
  function Screen(props: Props) {
    const [Shown, show] = useState<ComponentType<Props> | undefined>(() => known);
    const [error, setError] = useState<unknown>();
    const [tries, setTries] = useState(0);
    useEffect(() => {
      if (Shown) return;
      fetchOnce().then((screen) => show(() => screen), setError);
    }, [tries]);
    if (Shown) return <Shown {...props} />;
    if (!error) return <Waiting />;
    const again = () => {
      setError(undefined);
      setTries(tries + 1);
    };
    return <Failed error={error} onRetry={again} />;
  }
  return Object.assign(Screen, { prefetch: () => void fetchOnce().catch(() => undefined) });
}
