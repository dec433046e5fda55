export { useOutbox, useSession, useStream } from './hooks.ts';
export { createQueries, remembered } from './queries.ts';
export { startApp } from './startApp.tsx';
