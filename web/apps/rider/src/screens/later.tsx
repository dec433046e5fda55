// A screen whose code comes when it is looked at. Without a network it says so, instead of taking the app down with it.
import { Failed, Waiting } from '@dangol/ui';
import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export function later(load: () => Promise<{ default: ComponentType }>): FunctionComponent {
  let loaded: ComponentType | undefined;
  return function Later() {
    const [failure, setFailure] = useState<unknown>();
    const [, show] = useState(loaded);
    const fetchCode = () => {
      setFailure(undefined);
      load().then(
        (module) => {
          loaded = module.default;
          show(() => loaded);
        },
        (error: unknown) => setFailure(error),
      );
    };
    useEffect(() => {
      if (!loaded) fetchCode();
    }, []);
    if (loaded) {
      const Screen = loaded;
      return <Screen />;
    }
    return failure ? <Failed error={failure} onRetry={fetchCode} /> : <Waiting />;
  };
}
