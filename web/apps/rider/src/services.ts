// What the whole app shares: one session, one typed client, one memory.
import { createApi, createSession } from '@dangol/api';
import { createQueries } from '@dangol/shell';

export const session = createSession('rider');
export const api = createApi(session);
export const queries = createQueries('rider');
