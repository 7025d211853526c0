/** The stack of calls of the program's own functions. */
import type { Node } from '../python/ast';
import type { PythonError } from '../values/context';
import type { Environment, Source } from './environment';
import { placeAt, siteAt } from './observations';
import type { ContextFrame, Site } from './trace';

const OUTERMOST: readonly ContextFrame[] = [];

export class Frame {
  /** Changes while a comprehension of the block runs. */
  environment: Environment;
  /** Exceptions being handled, the innermost last: for `raise` alone and `__context__`. */
  readonly handling: PythonError[] = [];
  /** How often, on the way here, its function was called again on a path that may not be taken. */
  recursion = 0;
  /** `doubt` and waiting paths when it was entered. */
  doubt = 0;
  private stack: readonly ContextFrame[] | null = null;

  constructor(
    environment: Environment,
    readonly source: Source,
    readonly parent: Frame | null,
    /** The function's name; null for a module or class body. */
    private readonly name: string | null,
    /** What was running in the parent when this began; null for a module's body. */
    private readonly at: Node | null,
  ) {
    this.environment = environment;
  }

  /** The calls that led here, outermost first. */
  get context(): readonly ContextFrame[] {
    if (this.stack === null) {
      const { parent, at } = this;
      const outer = parent ? parent.context : OUTERMOST;
      const call = parent && at ? placeAt(parent.source, at) : null;
      this.stack = this.name === null ? outer : [...outer, { name: this.name, call }];
    }
    return this.stack;
  }

  /**
   * A node of this frame as a place in the program's own text: itself, or where the program went
   * into the library that is running. Null where a library runs by itself (its module's body).
   */
  ownSite(node: Node): Site | null {
    let at: Node | null = node;
    for (let frame: Frame | null = this; frame && at; frame = frame.parent) {
      if (!frame.source.isLibrary) return siteAt(frame.source, at);
      at = frame.at;
    }
    return null;
  }
}
