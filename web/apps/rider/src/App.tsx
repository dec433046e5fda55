// The rider's app: sign in, and three screens below one bar.
import { useEntryLink, useSession } from '@dangol/shell';
import { SignIn, useWakeLock } from '@dangol/ui';
import { useEffect } from 'preact/hooks';
import { Route, Router, Switch } from 'wouter-preact';
import { Frame } from './screens/Frame.tsx';
import { later } from './screens/later.tsx';
import { NotFound } from './screens/NotFound.tsx';
import { Work } from './screens/Work.tsx';
import { session } from './services.ts';
import { useRiderWords } from './words.ts';
import { useInHand, useVanished } from './work/deliveries.ts';
import { useLive } from './work/live.ts';
import { usePosition } from './work/position.ts';
import { useShift, useTellPlace } from './work/shift.ts';

const loadEarnings = () => import('./screens/Earnings.tsx');
const loadSettings = () => import('./screens/Settings.tsx');
const Earnings = later(loadEarnings);
const Settings = later(loadSettings);
const restMs = 4_000;

export function App() {
  const words = useRiderWords();
  const signedIn = useSession(session);
  useEntryLink(session);
  useEffect(() => {
    if (!signedIn) document.title = `${words.signInTitle} · ${words.app}`;
  }, [signedIn, words]);
  if (!signedIn) return <SignIn title={words.signInTitle} session={session} />;
  return (
    <Router base="/rider">
      <SignedIn />
    </Router>
  );
}

/** On every screen alike: the stream, the place, the screen that stays on. */
function SignedIn() {
  const { data: shift } = useShift();
  const { data: inHand = [] } = useInHand();
  const online = shift?.online ?? false;
  const busy = inHand.length > 0;
  const here = usePosition(online || busy);
  const place = here ?? shift?.place;
  const stream = useLive(place);
  useTellPlace(here, online, busy);
  useWakeLock(online || busy);
  useVanished();
  useEffect(() => {
    // The other screens too are there when the network is not.
    const timer = setTimeout(() => {
      for (const load of [loadEarnings, loadSettings]) load().catch(() => undefined);
    }, restMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Frame stream={stream}>
      <Switch>
        <Route path="/earnings">
          <Earnings />
        </Route>
        <Route path="/settings">
          <Settings />
        </Route>
        <Route path="/">
          <Work place={place} located={here !== undefined} live={stream.kind === 'live'} />
        </Route>
        <Route component={NotFound} />
      </Switch>
    </Frame>
  );
}
