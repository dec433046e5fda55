export { useEntryLink, useOutbox, useSession, useStream } from './hooks.ts';
export { createQueries, forget, keepFrame, remembered } from './queries.ts';
export { startApp } from './startApp.tsx';
