// A change of the menu that nobody else's change is lost by.
import { type Api, ApiError, ok, okTagged } from '@dangol/api';
import { api } from '../services.ts';
import { type Change, requestOf } from './draft.ts';

const changedMeanwhile = 412;
const triesMax = 5;

/** Applied to the menu as it is now; again, if another screen was first. */
export async function publish(cafeId: string, change: Change, calls: Pick<Api, 'GET' | 'PUT'> = api): Promise<unknown> {
  const path = { id: cafeId };
  for (let tries = 1; ; ++tries) {
    const { items, tag } = await okTagged(calls.GET('/cafes/{id}/menu', { params: { path } }));
    const params = { path, header: { 'If-Match': tag } };
    try {
      return await ok(calls.PUT('/cafes/{id}/menu', { params, body: requestOf(change(items)) }));
    } catch (error) {
      const again = error instanceof ApiError && error.status === changedMeanwhile && tries < triesMax;
      if (!again) throw error;
    }
  }
}
