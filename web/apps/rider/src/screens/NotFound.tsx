import { Link } from 'wouter-preact';
import { useRiderWords } from '../words.ts';
import { Heading } from './Heading.tsx';

export function NotFound() {
  const words = useRiderWords();
  return (
    <>
      <Heading title={words.notFound} />
      <Link class="button button-primary button-console" href="/">
        {words.toWork}
      </Link>
    </>
  );
}
