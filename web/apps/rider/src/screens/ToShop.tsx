// Claimed: to the café, check the number on the cups, pick up.
import { allOf, useCommonWords } from '@dangol/i18n';
import { announce, Badge, Button, Dialog, Notice, toast } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { useRiderWords } from '../words.ts';
import { useGiveBack } from '../work/deliveries.ts';
import { distanceText, metresBetween } from '../work/place.ts';
import { pickUp } from '../work/taps.ts';
import { Heading } from './Heading.tsx';
import { CheckIcon } from './icons.tsx';
import { type JobProps, JobSteps } from './JobParts.tsx';
import { JobNotes } from './Notes.tsx';
import { Screen } from './Screen.tsx';
import { Sketch } from './Sketch.tsx';
import { Way } from './Way.tsx';

export function ToShop({ job: { delivery }, tabs, place, live }: JobProps) {
  const words = useRiderWords();
  const common = useCommonWords();
  const [checked, check] = useState(false);
  const shop = allOf(delivery.cafe.name);
  const number = delivery.callNumber ?? '';
  // Offline the app cannot know whether it is ready, but a rider with the cups in hand does.
  const wait = live && !delivery.ready;
  return (
    <Screen
      tabs={tabs}
      subject={delivery.deliveryId}
      foot={
        <>
          <JobNotes subject={delivery.deliveryId} />
          {wait ? (
            <Notice tone="warn">{words.notReady}</Notice>
          ) : (
            <>
              <button
                type="button"
                class="check-number"
                aria-pressed={checked ? 'true' : 'false'}
                onClick={() => check(!checked)}
              >
                <span class="check-number-box">{checked && <CheckIcon />}</span>
                {words.checkNumber(number, common.pieces(delivery.qty))}
              </button>
              <Button kind="primary" wide console disabled={!checked} onClick={() => pickUp(delivery)}>
                {words.pickedUp}
              </Button>
            </>
          )}
        </>
      }
    >
      <JobSteps at="shop" />
      <Heading title={words.shopTitle} />
      <section class="card stack" aria-label={shop}>
        <div class="job-place">
          <div>
            <h2>{shop}</h2>
            {place && (
              <p class="soft">{`${words.toShop} ${distanceText(metresBetween(place, delivery.cafe.place))}`}</p>
            )}
          </div>
          <Way to={delivery.cafe.place} name={shop} />
        </div>
        <div class="call-number">
          <h3>{words.callNumber}</h3>
          <p class="call-number-digits">{number}</p>
          <p class="call-number-facts">
            <Badge tone={delivery.ready ? 'good' : 'warn'}>{delivery.ready ? words.ready : words.making}</Badge>
            <span>{common.pieces(delivery.qty)}</span>
          </p>
        </div>
        <Sketch me={place} shop={delivery.cafe.place} door={delivery.destination?.place ?? delivery.area} />
      </section>
      <GiveBack id={delivery.deliveryId} />
    </Screen>
  );
}

/** Asks first: the delivery goes to another rider. */
function GiveBack({ id }: { id: string }) {
  const words = useRiderWords();
  const [asking, ask] = useState(false);
  const giveBack = useGiveBack(() => {
    ask(false);
    toast(words.givenBack);
    announce(words.givenBack);
  });
  return (
    <>
      <Button kind="quiet" onClick={() => ask(true)}>
        {words.giveBack}
      </Button>
      {asking && (
        <Dialog sheet title={words.giveBackTitle} onClose={() => ask(false)}>
          <div class="stack">
            <p>{words.giveBackText}</p>
            {giveBack.error && (
              <Notice tone="bad" live>
                {giveBack.error.message}
              </Notice>
            )}
            <Button kind="danger" wide console busy={giveBack.isPending} onClick={() => giveBack.mutate(id)}>
              {words.giveBack}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
