import { ok } from '@dangol/api';
import { number } from '@dangol/i18n';
import { Badge, Button, Notice } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import { type Deed, useAsk } from '../ask/Ask.tsx';
import { Loaded } from '../frame/Loaded.tsx';
import { api } from '../services.ts';
import { useSectionWords } from '../words/sections.ts';

const at = { params: { path: { context: 'mypage' } } };
const underway = (state: string | undefined) => state === 'reading' || state === 'comparing';

const rebuildQuery = {
  queryKey: ['rebuild'],
  queryFn: () => ok(api.GET('/contexts/{context}/rebuild', at)),
  refetchInterval: ({ state }: { state: { data?: { state: string } } }) =>
    underway(state.data?.state) ? 1_000 : 30_000,
};

/** The read model made anew from all events, beside the one that serves. */
export function Rebuild() {
  const words = useSectionWords().system;
  const rebuild = useQuery(rebuildQuery);
  const ask = useAsk();
  const begin = async (repairs: boolean) => {
    await ok(api.POST('/contexts/{context}/rebuild', { ...at, body: { repairs } }));
    return words.begun;
  };
  const changes = [['rebuild']];
  const compare: Deed = {
    title: words.compareTitle,
    effects: [words.compareEffects.reads, words.compareEffects.keeps],
    verb: words.compare,
    run: () => begin(false),
    changes,
  };
  const repair: Deed = {
    title: words.repairTitle,
    effects: [words.repairEffects.reads, words.repairEffects.fixes],
    verb: words.repair,
    run: () => begin(true),
    changes,
  };
  return (
    <section class="block" aria-labelledby="rebuild">
      <h2 id="rebuild">{words.rebuild}</h2>
      <div class="card rebuild">
        <p class="soft">{words.rebuildWhy}</p>
        <Loaded query={rebuild}>
          {({ state, eventsRead, events, compared, different, repaired, examples, failure }) => (
            <>
              <div role="status" class="rebuild-state">
                <Badge tone={state === 'failed' ? 'bad' : state === 'done' ? 'good' : 'plain'}>
                  {words.states[state]}
                </Badge>
                {underway(state) && <span>{words.progress(number(eventsRead), number(events))}</span>}
                {state === 'done' && (
                  <span>
                    {different === 0
                      ? words.same(number(compared))
                      : words.outcome(number(compared), number(different), number(repaired))}
                  </span>
                )}
              </div>
              {underway(state) && (
                <progress
                  class="rebuild-bar"
                  max={Math.max(events, 1)}
                  value={eventsRead}
                  aria-label={words.states[state]}
                />
              )}
              {failure && <Notice tone="bad">{failure}</Notice>}
              {examples.length > 0 && (
                <div>
                  <h3>{words.examples}</h3>
                  <ul>
                    {examples.map((example) => (
                      <li key={example}>
                        <code>{example}</code>
                      </li>
                    ))}
                  </ul>
                </div>
              )}
              <div class="order-buttons">
                <Button disabled={underway(state)} onClick={() => ask(compare)}>
                  {words.compare}
                </Button>
                <Button disabled={underway(state)} onClick={() => ask(repair)}>
                  {words.repair}
                </Button>
              </div>
            </>
          )}
        </Loaded>
      </div>
    </section>
  );
}
