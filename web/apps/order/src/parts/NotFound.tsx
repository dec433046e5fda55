import { Link } from 'wouter-preact';
import { useSharedWords } from '../words/shared.ts';
import { TopBar } from './TopBar.tsx';
import { useScreen } from './useScreen.ts';

interface Props {
  title?: string;
  text?: string;
}

export function NotFound({ title, text }: Props) {
  const words = useSharedWords();
  useScreen(title ?? words.notFoundTitle);
  return (
    <>
      <TopBar />
      <main class="page" id="content">
        <h1 tabIndex={-1}>{title ?? words.notFoundTitle}</h1>
        <p>{text ?? words.notFound}</p>
        <p>
          <Link class="button button-primary" href="/">
            {words.home}
          </Link>
        </p>
      </main>
    </>
  );
}
