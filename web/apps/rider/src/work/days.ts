// A working day is one of Korea's, wherever the phone thinks it is.
const koreaMs = 9 * 3_600_000;
const dayMs = 86_400_000;

/** `dayAgo(1, now)` → yesterday, as "2026-11-22" */
export function dayAgo(days: number, now: number): string {
  return new Date(now + koreaMs - days * dayMs).toISOString().slice(0, 10);
}
