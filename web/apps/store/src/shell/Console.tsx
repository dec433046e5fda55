import { useCommonWords } from '@dangol/i18n';
import { useOutbox } from '@dangol/shell';
import { Connection, Notice, useDeviceNow, useWakeLock, Waiting } from '@dangol/ui';
import { lazy, Suspense } from 'preact/compat';
import { Route, Switch } from 'wouter-preact';
import { Board } from '../board/Board.tsx';
import { useAlarm } from '../board/useAlarm.ts';
import { useTicketStream, useTickets } from '../board/useTickets.ts';
import { useLiveCafe } from '../cafe.ts';
import { outbox } from '../services.ts';
import { useShift } from '../shift.ts';
import { leave } from '../unsaved.ts';
import { useShellWords } from '../words/shell.ts';
import { LeaveGuard } from './LeaveGuard.tsx';
import { NewOrders } from './NewOrders.tsx';
import { Page } from './Page.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';

const CupView = lazy(() => import('../cups/CupView.tsx'));
const SoldOut = lazy(() => import('../soldOut/SoldOut.tsx'));
const MenuEditor = lazy(() => import('../menu/MenuEditor.tsx'));
const Hours = lazy(() => import('../hours/Hours.tsx'));
const Sales = lazy(() => import('../sales/Sales.tsx'));
const Settings = lazy(() => import('../settings/Settings.tsx'));

const unsentAfterMs = 1_500;

/** What stands around every screen: where to go, whether the branch is open, what is new, what has not been sent. */
export function Console({ onChangeCafe }: { onChangeCafe?: () => void }) {
  const words = useShellWords();
  const common = useCommonWords();
  const stream = useTicketStream();
  useLiveCafe();
  const { tickets } = useTickets();
  const alarm = useAlarm(tickets);
  const shift = useShift();
  const pending = useOutbox(outbox);
  const now = useDeviceNow(1_000);
  useWakeLock(shift.begun);
  const unsent = pending.filter((tap) => tap.sendAt + unsentAfterMs < now).length;

  const changeCafe = onChangeCafe && (() => leave(onChangeCafe));

  return (
    <LeaveGuard>
      <div class="console-frame">
        <div class="console">
          <a class="skip-link" href="#content">
            {common.skipToContent}
          </a>
          <TopBar onChangeCafe={changeCafe} />
          <div class="bands">
            <Connection state={stream} />
            {stream.kind === 'refused' && (
              <Notice tone="bad" live>
                {stream.error.message}
              </Notice>
            )}
            {unsent > 0 && (
              <Notice tone="warn" live>
                {words.unsent(unsent)}
              </Notice>
            )}
            <NewOrders alarm={alarm} />
          </div>
          <Rail waiting={alarm.waiting} />
          <Suspense fallback={<Waiting />}>
            <Switch>
              <Route path="/store" component={Board} />
              <Route path="/store/cups" component={CupView} />
              <Route path="/store/soldout" component={SoldOut} />
              <Route path="/store/menu" component={MenuEditor} />
              <Route path="/store/hours" component={Hours} />
              <Route path="/store/sales" component={Sales} />
              <Route path="/store/settings">
                <Settings onChangeCafe={changeCafe} />
              </Route>
              <Route>
                <Page title={words.notFound}>
                  <p>{words.notFoundHint}</p>
                </Page>
              </Route>
            </Switch>
          </Suspense>
        </div>
      </div>
    </LeaveGuard>
  );
}
