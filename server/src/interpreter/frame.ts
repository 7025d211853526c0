/** The stack of calls of the program's own functions. */
import type { Place } from '../shapes/reason';
import type { PythonError } from '../values/context';
import type { Environment, Source } from './environment';
import type { ContextFrame } from './trace';

const OUTERMOST: readonly ContextFrame[] = [];

export class Frame {
  /** Changes while a comprehension of the block runs. */
  environment: Environment;
  /** Exceptions being handled, the innermost last: for `raise` alone and `__context__`. */
  readonly handling: PythonError[] = [];
  private stack: readonly ContextFrame[] | null = null;

  constructor(
    environment: Environment,
    readonly source: Source,
    readonly parent: Frame | null,
    /** The function's name; null for a module or class body. */
    private readonly name: string | null,
    private readonly call: Place | null,
  ) {
    this.environment = environment;
  }

  /** The calls that led here, outermost first. */
  get context(): readonly ContextFrame[] {
    if (this.stack === null) {
      const outer = this.parent ? this.parent.context : OUTERMOST;
      this.stack = this.name === null ? outer : [...outer, { name: this.name, call: this.call }];
    }
    return this.stack;
  }
}
