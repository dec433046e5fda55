import type { Place } from '@dangol/api';
import { useRiderWords } from '../words.ts';
import { useSettings, wayTo } from '../work/settings.ts';
import { WayIcon } from './icons.tsx';

/** Opens the rider's own map app on the way there. */
export function Way({ to, name }: { to: Place; name: string }) {
  const words = useRiderWords();
  const { map } = useSettings();
  return (
    <a class="button button-console job-link" href={wayTo(to, name, map)} target="_blank" rel="noreferrer noopener">
      <WayIcon />
      {words.way}
    </a>
  );
}
