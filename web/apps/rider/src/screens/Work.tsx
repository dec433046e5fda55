// `/rider`: off duty, the offers near me, or the delivery in hand; one of them at a time.
import type { Place } from '@dangol/api';
import { Failed, Waiting } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { useRiderWords } from '../words.ts';
import { useJobs, useOffers } from '../work/deliveries.ts';
import { useShift } from '../work/shift.ts';
import { type Job, jobToShow } from '../work/steps.ts';
import { JobScreen } from './JobScreen.tsx';
import { OffDuty } from './OffDuty.tsx';
import { Offers } from './Offers.tsx';

interface Props {
  place: Place | undefined;
  /** The phone itself knows the place. */
  located: boolean;
  live: boolean;
}

const nearMe = 'near me';

export function Work({ place, located, live }: Props) {
  const { data: shift, error, refetch } = useShift();
  const jobs = useJobs();
  const online = shift?.online ?? false;
  const offers = useOffers(online && shift?.place !== undefined);
  const [chosen, choose] = useState<string>();

  if (!shift) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Waiting />;

  const job = chosen === nearMe && online ? undefined : jobToShow(jobs, chosen);
  const tabs = (
    <JobTabs jobs={jobs} shown={job} offers={online ? (offers.data?.length ?? 0) : undefined} choose={choose} />
  );
  if (job) {
    return <JobScreen key={job.delivery.deliveryId + job.step} job={job} tabs={tabs} place={place} live={live} />;
  }
  if (!online) return <OffDuty shift={shift} />;
  return (
    <Offers
      tabs={tabs}
      offers={offers.data}
      error={offers.error}
      place={place}
      located={located}
      room={shift.activeMax - jobs.filter((one) => one.step !== 'done').length}
      most={shift.activeMax}
      onClaimed={choose}
    />
  );
}

interface TabsProps {
  jobs: readonly Job[];
  shown: Job | undefined;
  /** Undefined off duty: then there are none to look at. */
  offers: number | undefined;
  choose: (what: string) => void;
}

/** Between what is in hand and what is on offer; not there while there is nothing to choose. */
function JobTabs({ jobs, shown, offers, choose }: TabsProps) {
  const words = useRiderWords();
  const open = jobs.filter((job) => job.step !== 'done');
  if (open.length === 0 || (open.length === 1 && offers === undefined)) return null;
  return (
    <nav class="job-tabs" aria-label={words.jobs}>
      {open.map(({ delivery, step }) => (
        <button
          key={delivery.deliveryId}
          type="button"
          class="job-tab"
          aria-current={shown?.delivery.deliveryId === delivery.deliveryId ? 'true' : undefined}
          onClick={() => choose(delivery.deliveryId)}
        >
          {words.jobTab(delivery.callNumber ?? '', step === 'door' ? words.stepDoor : words.stepShop)}
        </button>
      ))}
      {offers !== undefined && (
        <button type="button" class="job-tab" aria-current={shown ? undefined : 'true'} onClick={() => choose(nearMe)}>
          {words.offersCount(offers)}
        </button>
      )}
    </nav>
  );
}
