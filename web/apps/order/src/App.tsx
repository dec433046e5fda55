import { useEffect } from 'preact/hooks';
import { Route, Switch } from 'wouter-preact';
import { HomeScreen } from './home/HomeScreen.tsx';
import { MenuScreen } from './menu/MenuScreen.tsx';
import { lazyScreen } from './parts/lazyScreen.tsx';
import { NotFound } from './parts/NotFound.tsx';
import { SkipLink } from './parts/TopBar.tsx';

const CartScreen = lazyScreen(() => import('./cart/CartScreen.tsx').then(({ CartScreen: screen }) => ({ screen })));
const OrderScreen = lazyScreen<{ orderId: string }>(() =>
  import('./order/OrderScreen.tsx').then(({ OrderScreen: screen }) => ({ screen })),
);
const HistoryScreen = lazyScreen(() =>
  import('./history/HistoryScreen.tsx').then(({ HistoryScreen: screen }) => ({ screen })),
);

const idle: (work: () => void) => void = window.requestIdleCallback ?? ((work) => setTimeout(work, 1_500));

export function App() {
  useEffect(() => {
    // What comes next is there when it is tapped, and when the network is gone.
    const fetchAll = () => {
      for (const screen of [CartScreen, OrderScreen, HistoryScreen]) screen.prefetch();
    };
    if (document.readyState === 'complete') idle(fetchAll);
    else window.addEventListener('load', () => idle(fetchAll), { once: true });
  }, []);
  return (
    <>
      <SkipLink />
      <Switch>
        <Route path="/" component={HomeScreen} />
        <Route path="/c/:id">{({ id }) => <MenuScreen key={id} cafeId={decodeURIComponent(id)} />}</Route>
        <Route path="/cart">
          <CartScreen />
        </Route>
        <Route path="/o/:id">{({ id }) => <OrderScreen key={id} orderId={decodeURIComponent(id)} />}</Route>
        <Route path="/history">
          <HistoryScreen />
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </>
  );
}
