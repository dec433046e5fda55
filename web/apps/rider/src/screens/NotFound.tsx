import { Link } from 'wouter-preact';
import { useRiderWords } from '../words.ts';
import { Heading } from './Heading.tsx';
import { Screen } from './Screen.tsx';

export function NotFound() {
  const words = useRiderWords();
  return (
    <Screen>
      <Heading title={words.notFound} />
      <Link class="button button-primary button-console" href="/">
        {words.toWork}
      </Link>
    </Screen>
  );
}
