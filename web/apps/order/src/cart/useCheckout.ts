// Everything that decides whether the cart can be paid, and what it costs.
import { ApiError, type Body, type Cafe, ok, type Quote } from '@dangol/api';
import { useQuery } from '@tanstack/preact-query';
import { address, destinationOf, isComplete } from '../data/address.ts';
import { useLiveCafe, useQueue } from '../data/cafes.ts';
import { useCart } from '../data/carts.ts';
import { useStored } from '../data/stored.ts';
import { basketLines } from '../logic/cart.ts';
import { changesOf, disagree, orderable } from '../logic/changes.ts';
import { plus } from '../logic/price.ts';
import { useOnline } from '../parts/useOnline.ts';
import { takesOrders } from '../parts/wait.ts';
import { api } from '../services.ts';

export type Obstacle = 'offline' | 'notOpen' | 'changes' | 'address' | 'price';

const soonMs = 1_500;

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
  const destination = delivery && cafe.data && isComplete(to) ? destinationOf(to, cafe.data.place) : undefined;

  const basket: Body<'Basket'> = {
    cafeId: cafeId ?? '',
    fulfilment: destination ? 'delivery' : 'pickup',
    lines: basketLines(lines),
    ...(destination && { destination }),
  };
  const quote = useQuery({
    queryKey: ['quote', basket],
    queryFn: () => ok(api.POST('/orders/quote', { body: basket })),
    enabled: cafeId !== undefined && lines.length > 0,
    placeholderData: (before: Quote | undefined) => before,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.error || disagree(cart, menu.data, state.data) ? soonMs : 30_000),
  });
  const quoted = quote.data && delivery && !destination && cafe.data ? withFee(quote.data, cafe.data) : quote.data;
  const changes = changesOf(cart, menu.data, quote.isPlaceholderData ? undefined : quote.data);

  const unreachable = quote.error instanceof ApiError && quote.error.status === 0;
  const obstacle = ((): Obstacle | undefined => {
    if (!online || unreachable) return 'offline';
    if (cafe.data && !takesOrders(cafe.data)) return 'notOpen';
    if (changes.length > 0 || lines.length === 0) return 'changes';
    if (delivery && !destination) return 'address';
    if (!quote.data || quote.isPlaceholderData || quote.isError) return 'price';
    return undefined;
  })();
  return { cart, cafe, menu, state, queue, delivery, offersDelivery, basket, quote, quoted, changes, obstacle };
}

export type Checkout = ReturnType<typeof useCheckout>;
