// What stays around every screen: the state of the shift above, what was not sent, and the way to the other screens below.
import type { StreamState } from '@dangol/api';
import { useCommonWords } from '@dangol/i18n';
import { useOutbox } from '@dangol/shell';
import { Connection, Notice, Switch, toast, useNow } from '@dangol/ui';
import type { ComponentChildren } from 'preact';
import { Link, useLocation } from 'wouter-preact';
import { queries } from '../services.ts';
import { useRiderWords } from '../words.ts';
import { useInHand } from '../work/deliveries.ts';
import { knownDelivery } from '../work/keys.ts';
import { useChangeShift, useShift } from '../work/shift.ts';
import { nameOf, outbox } from '../work/taps.ts';
import { EarningsIcon, SettingsIcon, WorkIcon } from './icons.tsx';
import { Notes } from './Notes.tsx';

const graceMs = 1_500; // a tap that is on its way is not worth a word

export function Frame({ stream, children }: { stream: StreamState; children: ComponentChildren }) {
  const words = useRiderWords();
  const common = useCommonWords();
  const [path] = useLocation();
  const atWork = path === '/'; // that screen puts them where they belong
  return (
    <div class="rider">
      <a class="skip-link" href="#content">
        {common.skipToContent}
      </a>
      <header class="rider-head">
        <p class="rider-name">{words.app}</p>
        <ShiftSwitch />
      </header>
      <Connection state={stream} />
      <main id="content" class="rider-main">
        <Unsent />
        {!atWork && <Notes />}
        {children}
      </main>
      <nav class="rider-nav" aria-label={words.nav}>
        <NavLink href="/" text={words.work} icon={<WorkIcon />} />
        <NavLink href="/earnings" text={words.earnings} icon={<EarningsIcon />} />
        <NavLink href="/settings" text={words.settings} icon={<SettingsIcon />} />
      </nav>
    </div>
  );
}

function NavLink({ href, text, icon }: { href: string; text: string; icon: ComponentChildren }) {
  return (
    <Link href={href} className={(active: boolean) => (active ? 'rider-link rider-link-here' : 'rider-link')}>
      {icon}
      {text}
    </Link>
  );
}

function ShiftSwitch() {
  const words = useRiderWords();
  const { data: shift } = useShift();
  const { data: inHand = [] } = useInHand();
  const change = useChangeShift();
  if (!shift?.online) return null;
  const rest = () =>
    change.mutate(
      { online: false },
      {
        onSuccess: () => toast(inHand.length > 0 ? words.restingWithJobs : words.resting),
        onError: (error) => toast(error.message),
      },
    );
  return (
    <Switch on disabled={change.isPending} onChange={rest}>
      {words.onDuty}
    </Switch>
  );
}

/** Steps that were tapped and not heard: that they are kept is what a rider in a cellar wants to know. */
function Unsent() {
  const words = useRiderWords();
  const now = useNow(1_000);
  const waiting = useOutbox(outbox).filter((tap) => now - tap.tappedAt > graceMs);
  if (waiting.length === 0) return null;
  return (
    <Notice tone="warn" live>
      <strong>{words.unsent(waiting.length)}</strong>
      <ul>
        {waiting.map((tap) => (
          <li key={tap.key}>
            {nameOf(knownDelivery(queries, tap.subject))} ·{' '}
            {tap.label === 'confirm' ? words.unsentConfirm : words.unsentStart}
          </li>
        ))}
      </ul>
      <p>{words.unsentText}</p>
    </Notice>
  );
}
