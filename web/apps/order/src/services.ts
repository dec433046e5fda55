// What the whole app shares: one session, one typed client, one memory.
import { bootData, createApi, createSession } from '@dangol/api';
import { createQueries } from '@dangol/shell';
import { takeBootData } from './data/boot.ts';

export const session = createSession('order');
export const api = createApi(session);
export const queries = createQueries('order');
export const boot = bootData();
takeBootData(queries, boot);
