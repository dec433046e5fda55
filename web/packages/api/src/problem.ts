// Whatever a call can end with other than its answer.
import type { components } from './schema.d.ts';

export type Problem = components['schemas']['Problem'];

/** The server refused (RFC 9457), or could not be reached (`status` 0). `message` is for people, in their language. */
export class ApiError extends Error {
  override name = 'ApiError';
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
  /** "/problems/not-cancelable" → "not-cancelable" */
  get code(): string {
    return this.problem.type.replace(/^\/problems\//, '');
  }
  get status(): number {
    return this.problem.status;
  }
}

/** Nothing is known of what became of the request: send it again with the same Idempotency-Key. */
export function isOffline(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status === 503);
}

const unreachable = {
  ko: ['연결할 수 없어요', '인터넷 연결을 확인해 주세요. 연결되면 이어서 할게요.'],
  en: ['No connection', 'Please check your internet connection. We go on as soon as it is back.'],
} as const;
const nonsense = {
  ko: ['잠시 문제가 있어요', '잠시 후 다시 시도해 주세요.'],
  en: ['A problem for the moment', 'Please try again in a moment.'],
} as const;

export function unreachableProblem(): ApiError {
  const [title, detail] = unreachable[document.documentElement.lang === 'en' ? 'en' : 'ko'];
  return new ApiError({ type: '/problems/unreachable', title, status: 0, detail });
}

/** From a response that is not a success; whatever stands between us and the server may answer without a problem. */
export function problemOf(status: number, body: unknown): ApiError {
  if (typeof body === 'object' && body !== null && 'detail' in body && 'type' in body) {
    return new ApiError(body as Problem);
  }
  const [title, detail] = nonsense[document.documentElement.lang === 'en' ? 'en' : 'ko'];
  return new ApiError({ type: '/problems/unexpected', title, status, detail });
}
