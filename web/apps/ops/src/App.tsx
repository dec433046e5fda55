import { useCommonWords } from '@dangol/i18n';
import { useEntryLink, useSession } from '@dangol/shell';
import { Button, LanguageSwitch, Notice, SignIn, Waiting } from '@dangol/ui';
import { lazy, Suspense } from 'preact/compat';
import { Link, Route, Router, Switch } from 'wouter-preact';
import { AskProvider } from './ask/Ask.tsx';
import { Frame, home } from './frame/Frame.tsx';
import { Page } from './frame/Page.tsx';
import { Home } from './home/Home.tsx';
import { useLive } from './live.ts';
import { session } from './services.ts';
import { useFrameWords } from './words/frame.ts';

const OrderPage = lazy(() => import('./order/OrderPage.tsx'));
const FindOrder = lazy(() => import('./order/FindOrder.tsx'));
const Riders = lazy(() => import('./riders/Riders.tsx'));
const Cafes = lazy(() => import('./cafes/Cafes.tsx'));
const CafeForm = lazy(() => import('./cafes/CafeForm.tsx'));
const People = lazy(() => import('./people/People.tsx'));
const Money = lazy(() => import('./money/Money.tsx'));
const DeadLetters = lazy(() => import('./deadletters/DeadLetters.tsx'));
const AuditLog = lazy(() => import('./audit/AuditLog.tsx'));
const System = lazy(() => import('./system/System.tsx'));

export function App() {
  const words = useFrameWords();
  const current = useSession(session);
  useEntryLink(session);
  if (!current) return <SignIn title={words.signInTitle} session={session} />;
  if (current.role !== 'operator') return <NotOperator />;
  return (
    <Router base="/ops">
      <Console />
    </Router>
  );
}

function Console() {
  const live = useLive();
  return (
    <AskProvider>
      <Frame live={live}>
        <Suspense fallback={<Waiting />}>
          <Switch>
            <Route path="/">
              <Home />
            </Route>
            <Route path="/orders">
              <FindOrder />
            </Route>
            <Route path="/orders/:id">{({ id }) => <OrderPage key={id} orderId={id} />}</Route>
            <Route path="/riders">
              <Riders />
            </Route>
            <Route path="/cafes">
              <Cafes />
            </Route>
            <Route path="/cafes/:id">{({ id }) => <CafeForm key={id} cafeId={id} />}</Route>
            <Route path="/people">
              <People />
            </Route>
            <Route path="/money">
              <Money />
            </Route>
            <Route path="/dead-letters">
              <DeadLetters />
            </Route>
            <Route path="/audit">
              <AuditLog />
            </Route>
            <Route path="/system">
              <System />
            </Route>
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </Suspense>
      </Frame>
    </AskProvider>
  );
}

function NotFound() {
  const words = useFrameWords();
  return (
    <Page title={words.notFound} lead={words.notFoundWhy}>
      <p>
        <Link href={home}>{words.home}</Link>
      </p>
    </Page>
  );
}

function NotOperator() {
  const words = useFrameWords();
  const common = useCommonWords();
  return (
    <main class="sign-in" id="content">
      <h1>{words.signInTitle}</h1>
      <Notice tone="warn">{words.notOperator}</Notice>
      <Button kind="primary" onClick={() => void session.signOut()}>
        {common.signOut}
      </Button>
      <LanguageSwitch />
    </main>
  );
}
