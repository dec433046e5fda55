export { type BootData, bootData } from './boot.ts';
export { type Api, type Body, createApi, ok } from './client.ts';
export { createOutbox, type Outbox, type Pending } from './outbox.ts';
export { ApiError, isOffline, type Problem, problemOf } from './problem.ts';
export type * from './resources.ts';
export { createSession, type Session, type SessionState } from './session.ts';
export { openStream, type StreamState } from './stream.ts';
export { uuid } from './uuid.ts';
