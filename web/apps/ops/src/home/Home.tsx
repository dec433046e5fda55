import { announce, Badge, Failed, Notice, useNow, Waiting } from '@dangol/ui';
import { lazy, Suspense } from 'preact/compat';
import { useEffect, useRef } from 'preact/hooks';
import { Page } from '../frame/Page.tsx';
import { useHomeWords } from '../words/home.ts';
import { LiveStrip } from './LiveStrip.tsx';
import { TodoCard } from './TodoCard.tsx';
import { useTodos } from './useTodos.ts';

const Plots = lazy(() => import('./Plots.tsx'));

/** What needs a hand first; how busy it is above and beside it. */
export function Home() {
  const words = useHomeWords();
  const { todos, known, error, retry } = useTodos();
  const now = useNow(15_000);
  const before = useRef<number>();
  useEffect(() => {
    if (!known) return;
    if (before.current !== undefined && todos.length > before.current) announce(words.arrived(todos.length));
    before.current = todos.length;
  }, [known, todos.length, words]);

  return (
    <Page title={words.title} aside={todos.length > 0 && <Badge tone="bad">{words.items(todos.length)}</Badge>}>
      <LiveStrip />
      <div class="home">
        <section class="home-todos" aria-label={words.list}>
          {error && known && <Notice tone="warn">{error.message}</Notice>}
          {todos.length > 0 && (
            <ol class="todo-list">
              {todos.map((todo) => (
                <TodoCard key={todo.id} todo={todo} now={now} />
              ))}
            </ol>
          )}
          {todos.length === 0 && !known && (error ? <Failed error={error} onRetry={retry} /> : <Waiting />)}
          {todos.length === 0 && known && (
            <div class="calm card">
              <p class="calm-title">{words.calm}</p>
              <p>{words.calmWhy}</p>
            </div>
          )}
        </section>
        <Suspense fallback={<Waiting />}>
          <Plots />
        </Suspense>
      </div>
    </Page>
  );
}
