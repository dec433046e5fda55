import { dateTime, useLanguage } from '@dangol/i18n';
import { Badge } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { deadLettersQuery } from '../data.ts';
import { Loaded } from '../frame/Loaded.tsx';
import { useContextName } from '../words/contexts.ts';
import { useSectionWords } from '../words/sections.ts';
import { type Health, healthQuery, readyQuery } from './health.ts';

const tones = { answers: 'good', elsewhere: 'plain', silent: 'bad' } as const;

export function Parts() {
  const words = useSectionWords().system;
  const language = useLanguage();
  const contextName = useContextName();
  const ready = useQuery(readyQuery);
  const health = useQuery(healthQuery);
  const letters = useQuery(deadLettersQuery);
  const stuck = ({ context }: Health) => letters.data?.find((one) => one.context === context)?.letters?.length ?? 0;
  return (
    <section class="block" aria-labelledby="parts">
      <div class="block-head">
        <h2 id="parts">{words.parts}</h2>
        {ready.data !== undefined && (
          <Badge tone={ready.data ? 'good' : 'bad'}>{ready.data ? words.ready : words.notReady}</Badge>
        )}
      </div>
      <Loaded query={health}>
        {(parts) => (
          <div class="card">
            <table class="table parts">
              <thead>
                <tr>
                  <th scope="col">{words.part}</th>
                  <th scope="col">{words.state}</th>
                  <th scope="col">{words.last}</th>
                  <th scope="col">{words.stuck}</th>
                </tr>
              </thead>
              <tbody>
                {parts.map((part) => (
                  <tr key={part.context}>
                    <th scope="row">{contextName(part.context)}</th>
                    <td>
                      <Badge tone={tones[part.state]}>{words[part.state]}</Badge>
                    </td>
                    <td data-label={words.last}>{part.last ? dateTime(part.last, language) : '–'}</td>
                    <td data-label={words.stuck}>
                      {stuck(part) > 0 ? (
                        <Link class="parts-stuck" href="/dead-letters">
                          {stuck(part)}
                        </Link>
                      ) : (
                        0
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </section>
  );
}
