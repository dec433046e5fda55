import { Button } from '@dangol/ui';
import { useEffect, useState } from 'preact/hooks';
import { useOrderWords } from '../words/order.ts';
import { install, installable, onInstallable } from './install.ts';

export function Install() {
  const words = useOrderWords();
  const [can, setCan] = useState(installable);
  useEffect(() => onInstallable(setCan), []);
  if (!can) return null;
  return (
    <section class="card install">
      <h2>{words.installTitle}</h2>
      <p>{words.installText}</p>
      <Button onClick={() => void install()}>{words.install}</Button>
    </section>
  );
}
