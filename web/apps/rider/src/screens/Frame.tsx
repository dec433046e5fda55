// What stays around every screen: the state of the shift above, and the way to the other screens below.
import type { StreamState } from '@dangol/api';
import { useCommonWords } from '@dangol/i18n';
import { Connection, Switch, toast } from '@dangol/ui';
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { useRiderWords } from '../words.ts';
import { useInHand } from '../work/deliveries.ts';
import { useChangeShift, useShift } from '../work/shift.ts';
import { EarningsIcon, SettingsIcon, WorkIcon } from './icons.tsx';

export function Frame({ stream, children }: { stream: StreamState; children: ComponentChildren }) {
  const words = useRiderWords();
  const common = useCommonWords();
  return (
    <div class="rider">
      <div class="rider-frame">
        <a class="skip-link" href="#content">
          {common.skipToContent}
        </a>
        <header class="rider-head">
          <p class="rider-name">{words.app}</p>
          <ShiftSwitch />
        </header>
        <Connection state={stream} />
        <main id="content" class="rider-main">
          {children}
        </main>
        <nav class="rider-nav" aria-label={words.nav}>
          <NavLink href="/" text={words.work} icon={<WorkIcon />} />
          <NavLink href="/earnings" text={words.earnings} icon={<EarningsIcon />} />
          <NavLink href="/settings" text={words.settings} icon={<SettingsIcon />} />
        </nav>
      </div>
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
