// For a phone that does not say where it is: choose a café nearby.
import { everyPage, ok, type Place } from '@dangol/api';
import { allOf } from '@dangol/i18n';
import { remembered } from '@dangol/shell';
import { Button, Dialog, Failed, FindCafe, Waiting } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import { api } from '../services.ts';
import { useRiderWords } from '../words.ts';
import { keys } from '../work/keys.ts';

export function WhereDialog({ onChoose, onClose }: { onChoose: (place: Place) => void; onClose: () => void }) {
  const words = useRiderWords();
  const cafes = useQuery({
    queryKey: keys.cafes,
    queryFn: () => everyPage((query) => ok(api.GET('/cafes', { params: { query } }))),
    ...remembered,
  });
  return (
    <Dialog sheet title={words.whereTitle} onClose={onClose}>
      <div class="stack">
        <p>{words.whereText}</p>
        {!cafes.data &&
          (cafes.error ? <Failed error={cafes.error} onRetry={() => void cafes.refetch()} /> : <Waiting />)}
        <FindCafe cafes={cafes.data?.items ?? []}>
          {(found) => (
            <ul class="stack">
              {found.map((cafe) => (
                <li key={cafe.id}>
                  <Button wide console class="where-cafe" onClick={() => onChoose(cafe.place)}>
                    <span>{allOf(cafe.name)}</span>
                    <span class="where-address">{cafe.address}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </FindCafe>
        <p class="soft">{words.whereAllow}</p>
      </div>
    </Dialog>
  );
}
