/** What shape arithmetic refuses. */

/**
 * Thrown where sizes, axes or ranks surely do not fit. `code` is one of the catalogue's (see
 * `catalogue/failure`); `exception` is what Python raises.
 */
export class ShapeProblem {
  constructor(
    readonly code: string,
    readonly message: string,
    readonly exception: string,
    /** The parameter whose argument is to blame, where one is. */
    readonly parameter: string | undefined,
    readonly facts: Readonly<Record<string, unknown>> | undefined,
  ) {}
}

/** How a problem is told where it is found: the exception that the caller raises, and what is to blame. */
export interface Failing {
  readonly exception?: string;
  readonly parameter?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Throws a `ShapeProblem`; a `ValueError` where nothing else is said. */
export function refuse(code: string, message: string, more: Failing = {}): never {
  throw new ShapeProblem(code, message, more.exception ?? 'ValueError', more.parameter, more.facts);
}
