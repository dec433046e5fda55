export { useEntryLink, useOutbox, useSession, useStream } from './hooks.ts';
export { createQueries, forget, keepFrame, remembered } from './queries.ts';
export { pageOf, startApp } from './startApp.tsx';
export { takeOver, useSettled } from './takeOver.ts';
