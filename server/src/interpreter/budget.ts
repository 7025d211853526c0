/**
 * Bounds on a run. What they cut off is unknown; the rest of the file goes on.
 */
import type { Reason } from '../shapes/reason';

export interface Limits {
  /** Steps (statements, calls, loop turns, items handled) of one top-level statement. */
  readonly statement: number;
  /** Steps of a whole run; when they are used up, each statement has `least` left. */
  readonly run: number;
  readonly least: number;
  /** Steps of entering one function that nobody calls, and of all of them. */
  readonly uncalled: number;
  readonly allUncalled: number;
  /** Steps of one loop before it is taken as one over unknown data. */
  readonly loop: number;
  /** Milliseconds of one top-level statement: steps bound a run the same way every time, this only if they fail to. */
  readonly time: number;
  /**
   * Nested calls. Python's own limit is 1000, what runs in libraries included. JavaScript's stack may end before:
   * either way what the statement does is not known.
   */
  readonly depth: number;
}

export const LIMITS: Limits = {
  statement: 1_000_000,
  run: 5_000_000,
  least: 20_000,
  uncalled: 400_000,
  allUncalled: 2_500_000,
  loop: 300_000,
  time: 15_000,
  depth: 900,
};

/** The clock is looked at every so many steps. */
const STEPS_BETWEEN_LOOKS = 5_000;

/** Thrown when the budget of a top-level statement is used up. Nothing of the program's can catch it. */
export class BudgetExceeded {
  constructor(readonly reason: Reason) {}
}

/** What was run: the steps that had been taken before it, its own, and what was cut off in it. */
interface Stretch {
  readonly start: number;
  readonly steps: number;
  readonly cut: Reason | null;
}

export class Budget {
  /** Steps of the run so far. */
  steps = 0;
  /** What was cut first, to be said once. */
  cut: Reason | null = null;
  private end = 0;
  /** When the statement's time is over, and at how many steps the clock is looked at next. */
  private deadline = 0;
  private nextLook = 0;

  constructor(readonly limits: Limits) {
    this.startStatement();
  }

  startRun(): void {
    this.steps = 0;
    this.cut = null;
    this.startStatement();
  }

  startStatement(): void {
    const left = Math.max(this.limits.run - this.steps, this.limits.least);
    this.end = this.steps + Math.min(this.limits.statement, left);
    this.startClock(this.limits.time);
  }

  /** Whether a statement that was run elsewhere in a run would have been as free here. */
  allows({ start, steps, cut }: Stretch): boolean {
    const { run, least } = this.limits;
    return (
      this.steps === start || (start + steps <= run && this.steps + steps <= run) || (cut === null && steps <= least)
    );
  }

  /** The same for a function that nobody calls, by the steps that were spent on others before. */
  allowsUncalled({ start, steps }: Stretch, spent: number): boolean {
    const { allUncalled } = this.limits;
    return (
      spent === start ||
      (start + steps <= allUncalled && spent + steps <= allUncalled) ||
      (start >= allUncalled && spent >= allUncalled)
    );
  }

  /** `spent`: steps of the uncalled functions before. */
  startUncalled(spent: number): void {
    this.end = this.steps + Math.min(this.limits.uncalled, Math.max(this.limits.allUncalled - spent, 0));
    this.startClock(this.limits.time / 4);
  }

  private startClock(milliseconds: number): void {
    this.deadline = performance.now() + milliseconds;
    this.nextLook = this.steps + STEPS_BETWEEN_LOOKS;
  }

  /** Whether so many steps more are too many. */
  spend(steps: number): boolean {
    this.steps += steps;
    if (this.steps < this.nextLook) return this.steps > this.end;
    this.nextLook = this.steps + STEPS_BETWEEN_LOOKS;
    return this.steps > this.end || performance.now() > this.deadline;
  }

  exceed(reason: Reason): never {
    this.cut ??= reason;
    throw new BudgetExceeded(reason);
  }
}
