import { Page } from '../frame/Page.tsx';
import { useSectionWords } from '../words/sections.ts';
import { Parts } from './Parts.tsx';
import { Rebuild } from './Rebuild.tsx';

const documents = [
  ['/api', 'api'],
  ['/api/openapi.yaml', 'openapi'],
  ['/api/asyncapi.yaml', 'asyncapi'],
] as const;

export default function System() {
  const words = useSectionWords().system;
  return (
    <Page title={words.title} lead={words.lead}>
      <Parts />
      <Rebuild />
      <section class="block" aria-labelledby="documents">
        <h2 id="documents">{words.docs}</h2>
        <ul class="rows">
          {documents.map(([address, name]) => (
            <li key={address}>
              <a class="row" href={address}>
                <span class="row-name">{words[name]}</span>
                <code>{address}</code>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
