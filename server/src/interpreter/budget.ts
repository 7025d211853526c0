/**
 * Bounds on a run. What they cut off is unknown; the rest of the file goes on.
 */
import type { Reason } from '../shapes/reason';

/**
 * A step takes about a microsecond: a statement, a call of a function, a turn of a loop, an item handled. What takes longer
 * spends more of them.
 */
export interface Limits {
  /** Steps of one top-level statement. */
  readonly statement: number;
  /** Steps of a whole run; when they are used up, each statement has `least` left. */
  readonly run: number;
  readonly least: number;
  /** Steps of entering one function that nobody calls, and of all of them. */
  readonly uncalled: number;
  readonly allUncalled: number;
  /** Steps of one loop of many turns before it is taken as one over unknown data. */
  readonly loop: number;
  /** The same in a function that nobody calls. */
  readonly uncalledLoop: number;
  /** The same for a loop of few turns, in which no other was cut: it is no runaway, its turns are long. */
  readonly longTurns: number;
  /** The same for a loop that only an exception ends. */
  readonly endless: number;
  /**
   * Milliseconds of processor time of one top-level statement: steps bound a run the same way every time, this only if
   * they fail to.
   */
  readonly time: number;
  /**
   * Nested calls. Python's own limit is 1000, what runs in libraries included. JavaScript's stack may end before:
   * either way what the statement does is not known.
   */
  readonly depth: number;
  /** The same where each call makes layers, which take long: no model is nested so deeply. */
  readonly depthOfLayers: number;
  /** Those that are followed again where all were too many. */
  readonly fewNested: number;
}

export const LIMITS: Limits = {
  statement: 1_000_000,
  run: 5_000_000,
  least: 20_000,
  uncalled: 100_000,
  allUncalled: 1_500_000,
  loop: 150_000,
  uncalledLoop: 60_000,
  longTurns: 600_000,
  endless: 10_000,
  time: 3_000,
  depth: 900,
  depthOfLayers: 200,
  fewNested: 100,
};

/**
 * On the command line nobody types meanwhile: a statement may make many models, and a first import may read hundreds of
 * files.
 */
export const PATIENT: Limits = {
  ...LIMITS,
  statement: 5_000_000,
  run: 20_000_000,
  loop: 300_000,
  longTurns: 4_500_000,
  time: 15_000,
};

/**
 * Milliseconds after which a run lets the editor's messages in, between two top-level statements: a keystroke waits no
 * longer than this and the statement that runs.
 */
export const SLICE = 20;

/** Milliseconds that have been worked, from some time on. */
export type Clock = () => number;

/**
 * How far a run goes before it is looked whether it shall go on: one piece (a top-level statement, a function that
 * nobody calls) at the least, so that it comes to an end however often it is stopped.
 */
export class Slice {
  private hasRun = false;
  private stopped = false;

  constructor(private readonly isOver: () => boolean = () => false) {}

  /** Whether something was left out. */
  get isStopped(): boolean {
    return this.stopped;
  }

  /** Asked before each piece that is to be run; once it is over it stays over. */
  mayRun(): boolean {
    this.stopped ||= this.hasRun && this.isOver();
    this.hasRun = true;
    return !this.stopped;
  }
}

/** The clock is looked at every so many steps. */
const STEPS_BETWEEN_LOOKS = 5_000;

/** So many turns are few. */
const FEW_TURNS = 1000;

/** By the first turns of a loop it is judged what all of them take; they may be longer than the others by a little. */
const TURNS_TO_JUDGE_BY = 100;
const DOUBT = 1.1;

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
  /** How many loops were cut, and how many before the stretch. */
  cutLoops = 0;
  cutLoopsBefore = 0;
  /** How many stretches were begun: top-level statements, functions that nobody calls. */
  stretches = 0;
  private end = 0;
  /**
   * The milliseconds that the statement has, when they are over, and at how many steps the clock is looked at next. It
   * begins to run at the first look: asking what time it is would cost most statements more than they take themselves.
   */
  private time = 0;
  private deadline: number | null = null;
  private nextLook = 0;

  constructor(
    readonly limits: Limits,
    private readonly clock: Clock = () => performance.now(),
  ) {
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
    this.startStretch(this.limits.time);
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
    this.startStretch(this.limits.time / 4);
  }

  private startStretch(milliseconds: number): void {
    this.stretches += 1;
    this.cutLoopsBefore = this.cutLoops;
    this.time = milliseconds;
    this.deadline = null;
    this.nextLook = this.steps + STEPS_BETWEEN_LOOKS;
  }

  /** Whether so many steps more are too many. */
  spend(steps: number): boolean {
    this.steps += steps;
    if (this.steps < this.nextLook) return this.steps > this.end;
    this.nextLook = this.steps + STEPS_BETWEEN_LOOKS;
    if (this.steps > this.end) return true;
    const now = this.clock();
    this.deadline ??= now + this.time;
    return now > this.deadline;
  }

  cutLoop(reason: Reason): void {
    this.cutLoops += 1;
    this.cut ??= reason;
  }

  exceed(reason: Reason): never {
    this.cut ??= reason;
    throw new BudgetExceeded(reason);
  }
}

/** Tells when a loop has run for too long to be followed turn by turn. */
export class LoopBound {
  private readonly start: number;
  private readonly cutBefore: number;
  private turns = 0;

  /**
   * `steps` is what a loop may take that has many turns, or in which another was cut; `longTurns` what any may. One whose
   * number of turns is known is given up after the first where all would take too long: a keystroke waits for them.
   */
  constructor(
    private readonly budget: Budget,
    private readonly steps: number,
    private readonly longTurns: number,
    private readonly allTurns: number | null,
  ) {
    this.start = budget.steps;
    this.cutBefore = budget.cutLoops;
  }

  /** Asked once before each turn. */
  reached(): boolean {
    this.turns += 1;
    const taken = this.budget.steps - this.start;
    if (this.allTurns !== null && this.turns === TURNS_TO_JUDGE_BY && this.allTurns > FEW_TURNS) {
      const all = (taken / (TURNS_TO_JUDGE_BY - 1)) * this.allTurns;
      if (all > this.steps * DOUBT) return true;
    }
    if (taken <= this.steps) return false;
    return taken > this.longTurns || this.turns > FEW_TURNS || this.budget.cutLoops > this.cutBefore;
  }
}

/** The same for a generator, which goes on from call to call: what drains it may be no loop of the program's. */
export class GeneratorBound {
  private bound: LoopBound | null = null;
  private stretch = 0;

  /** Asked before each item, and before each turn of the body's loops. `steps` is what a loop of many turns may take. */
  reached(budget: Budget, steps: number): boolean {
    if (!this.bound || this.stretch !== budget.stretches) {
      this.stretch = budget.stretches;
      // A loop over the generator is cut before. Where one goes on for too long, others of the statement do as well.
      const allowed = budget.cutLoops > budget.cutLoopsBefore ? steps / 8 : steps;
      this.bound = new LoopBound(budget, allowed, budget.limits.longTurns, null);
    }
    return this.bound.reached();
  }
}
