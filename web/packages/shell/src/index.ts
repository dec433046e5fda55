export { useEntryLink, useOutbox, useSession, useStream } from './hooks.ts';
export { createQueries, forget, remembered } from './queries.ts';
export { startApp } from './startApp.tsx';
