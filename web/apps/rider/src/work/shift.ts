// On duty or not, and where: read, changed, and the place told from time to time.
import { ok, type Place, type Shift } from '@dangol/api';
import { remembered } from '@dangol/shell';
import { useMutation, useQuery } from '@tanstack/preact-query';
import { useEffect, useRef } from 'preact/hooks';
import { api, queries } from '../services.ts';
import { keys } from './keys.ts';
import { type Told, worthTelling } from './rhythm.ts';

export function useShift() {
  return useQuery({ queryKey: keys.shift, queryFn: () => ok(api.GET('/deliveries/shift')), ...remembered });
}

async function changeShift(body: { online?: boolean; place?: Place }): Promise<Shift> {
  const shift = await ok(api.POST('/deliveries/shift', { body }));
  queries.setQueryData<Shift>(keys.shift, (known) => (known && known.version > shift.version ? known : shift));
  return shift;
}

export function useChangeShift() {
  return useMutation({
    mutationFn: changeShift,
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.offers }),
  });
}

/** Reports the location while on shift. A lost report does not matter: the next one replaces it. */
export function useTellPlace(place: Place | undefined, online: boolean, busy: boolean): void {
  const told = useRef<Told>();
  useEffect(() => {
    if (!online) told.current = undefined;
    if (!online || !place || !worthTelling(told.current, place, Date.now(), busy)) return;
    told.current = { place, at: Date.now() };
    changeShift({ place }).catch(() => {
      told.current = undefined;
    });
  }, [place, online, busy]);
}
