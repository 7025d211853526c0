/** What a declared call refuses, before it is known where and when. */
import type { Refusal } from '../values/context';

/** A refusal without its phase; `exception` is ValueError where it is not said. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly exception?: string;
  readonly parameter?: string;
  readonly inputs?: readonly number[];
  readonly facts?: Readonly<Record<string, unknown>>;
}

export type MaybeFailure = Failure | null | undefined | false;

export function failure(code: string, message: string, more: Omit<Failure, 'code' | 'message'> = {}): Failure {
  return { code, message, ...more };
}

/** The first that holds, in the order Keras checks. */
export function firstFailure(checks: Iterable<MaybeFailure>): Failure | null {
  for (const check of checks) if (check) return check;
  return null;
}

export function refusal(failed: Failure, phase: Refusal['phase']): Refusal {
  const { exception = 'ValueError', ...rest } = failed;
  return { ...rest, exception, phase };
}
