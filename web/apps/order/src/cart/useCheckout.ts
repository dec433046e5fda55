// Everything that decides whether the cart can be paid, and what it costs.
import { ApiError, type Body, type Cafe, ok, type Quote } from '@dangol/api';
import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef } from 'preact/hooks';
import { address, destinationOf, type Lack, lackOf } from '../data/address.ts';
import { useLiveCafe, useQueue } from '../data/cafes.ts';
import { useCart } from '../data/carts.ts';
import { useStored } from '../data/stored.ts';
import { askAgainIn, isRefusal } from '../logic/asking.ts';
import { basketLines } from '../logic/cart.ts';
import { changesOf, disagree, orderable } from '../logic/changes.ts';
import { plus } from '../logic/price.ts';
import { useOnline } from '../parts/useOnline.ts';
import { takesOrders } from '../parts/wait.ts';
import { api } from '../services.ts';

export type Obstacle = 'offline' | 'notOpen' | 'changes' | 'price' | Lack;

/** A delivery to nowhere yet costs what the café says: the server prices it once the address is there. */
function withFee(quote: Quote, cafe: Cafe): Quote {
  const { fee } = cafe.delivery;
  return { ...quote, deliveryFee: fee, totalPrice: plus(quote.itemsPrice, fee) };
}

export function useCheckout(cafeId: string | undefined) {
  const cart = useCart(cafeId);
  const to = useStored(address);
  const online = useOnline();
  const { cafe, menu, state } = useLiveCafe(cafeId);
  const queue = useQueue(cafeId);
  const offersDelivery = cafe.data?.delivery.offered === true;
  const delivery = cart.fulfilment === 'delivery' && offersDelivery;
  const lines = orderable(cart, menu.data);
  const destination = delivery ? destinationOf(to) : undefined;
  const lack = delivery ? lackOf(to) : undefined;

  const basket: Body<'Basket'> = {
    cafeId: cafeId ?? '',
    fulfilment: destination ? 'delivery' : 'pickup',
    lines: basketLines(lines),
    ...(destination && { destination }),
  };
  const disagreeingSince = useRef<number>();
  const quote = useQuery({
    queryKey: ['quote', basket],
    queryFn: () => ok(api.POST('/orders/quote', { body: basket })),
    enabled: cafeId !== undefined && lines.length > 0,
    placeholderData: (before: Quote | undefined) => before,
    staleTime: 0,
    refetchInterval: ({ state }) => {
      const disagrees = disagree(cart, menu.data, state.data);
      disagreeingSince.current = disagrees ? (disagreeingSince.current ?? state.dataUpdatedAt) : undefined;
      const disagreeingMs = state.dataUpdatedAt - (disagreeingSince.current ?? state.dataUpdatedAt);
      return askAgainIn({ error: state.error, errors: state.errorUpdateCount, disagrees, disagreeingMs });
    },
  });
  // What was refused may be marked once the menu is the present one.
  const queries = useQueryClient();
  const refusedAt = isRefusal(quote.error) ? quote.errorUpdatedAt : 0;
  useEffect(() => {
    if (refusedAt === 0) return;
    for (const name of ['menu', 'cafe']) void queries.invalidateQueries({ queryKey: [name, cafeId] });
  }, [refusedAt]);
  const quoted = quote.data && delivery && !destination && cafe.data ? withFee(quote.data, cafe.data) : quote.data;
  const changes = changesOf(cart, menu.data, quote.isPlaceholderData ? undefined : quote.data);

  const unreachable = quote.error instanceof ApiError && quote.error.status === 0;
  const obstacle = ((): Obstacle | undefined => {
    if (!online || unreachable) return 'offline';
    if (cafe.data && !takesOrders(cafe.data)) return 'notOpen';
    if (changes.length > 0 || lines.length === 0) return 'changes';
    if (lack) return lack;
    if (!quote.data || quote.isPlaceholderData || quote.isError) return 'price';
    return undefined;
  })();
  return { cart, cafe, menu, state, queue, delivery, offersDelivery, basket, quote, quoted, changes, obstacle };
}

export type Checkout = ReturnType<typeof useCheckout>;
