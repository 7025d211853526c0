/**
 * Generators and generator expressions. They run when asked for an item, and can be taken back at
 * any moment: a suspended body is no JavaScript frame but a stack of blocks in the heap.
 */
import type {
  Comprehension,
  ExceptHandler,
  For,
  FunctionDef,
  Lambda,
  Match,
  Statement,
  Try,
  While,
  With,
  Yield,
} from '../python/ast';
import { type Reason, reason } from '../shapes/reason';
import { args } from '../values/arguments';
import { type Context, PythonError } from '../values/context';
import { Cell } from '../values/heap';
import {
  type IteratorValue,
  isUnknownValue,
  type NativeFunction,
  NONE,
  UncertainEnd,
  type UnknownValue,
  unknown,
  type Value,
} from '../values/value';
import { assign } from './assignment';
import { GeneratorBound } from './budget';
import { endOf } from './builtins/iterator-classes';
import { builtinClass, iteratorOf, makeException } from './builtins/registry';
import { typeName } from './builtins/special';
import { bindName, type Environment } from './environment';
import { boundException, type Catcher, exceptionOf, matches } from './exceptions';
import { evaluate } from './expressions';
import { Frame } from './frame';
import type { Interpreter } from './interpreter';
import { Join, joinTurn } from './joins';
import { matchingBody } from './match';
import { enterDeeper } from './nesting';
import { BREAK, CONTINUE, type Completion, changesSince, fork, NORMAL, RAISE, RETURN, rebase } from './paths';
import { execute, executeBlock } from './statements';
import { enter, leave } from './with-statement';
import { eitherYielded } from './yielded';
import { containsYield, expressionsOf, nextYield, type Overrides } from './yields';

/** One level of a suspended body, the innermost on top. */
type Block =
  | { readonly kind: 'body'; readonly statements: readonly Statement[]; readonly index: number }
  | { readonly kind: 'for'; readonly node: For; readonly items: IteratorValue }
  | { readonly kind: 'while'; readonly node: While }
  | { readonly kind: 'try'; readonly node: Try; readonly types: readonly Value[] | null }
  | { readonly kind: 'finally'; readonly node: Try }
  | { readonly kind: 'handler'; readonly handler: ExceptHandler; readonly error: PythonError }
  | { readonly kind: 'with'; readonly node: With; readonly manager: Value | null; readonly index: number }
  /** The end of a `finally` that ran on the way out. */
  | { readonly kind: 'unwinding'; readonly exit: Exit }
  /** A statement in whose expressions a `yield` waits. */
  | {
      readonly kind: 'statement';
      readonly statement: Statement;
      readonly overrides: Overrides;
      readonly waiting: Yield | null;
      readonly delegate: IteratorValue | null;
    };

interface Stack {
  readonly block: Block;
  readonly below: Stack | null;
}

/** How a block is left before its end. */
interface Exit {
  readonly completion: Completion;
  readonly value: Value;
  readonly error: PythonError | null;
}

type Status = 'suspended' | 'running' | 'done' | 'unknown';

interface State {
  readonly status: Status;
  readonly stack: Stack | null;
  readonly reason: Reason | null;
}

/** Thrown where a body cannot be followed any further. */
class GivenUp {
  constructor(readonly reason: Reason) {}
}

/** Why a generator is not followed any further; null while it may go on. */
function endOfPatience(interpreter: Interpreter, bound: GeneratorBound): Reason | null {
  if (!bound.reached(interpreter.budget, interpreter.loopSteps)) return null;
  const cut = interpreter.because('a generator goes on for too long to follow');
  interpreter.budget.cutLoop(cut);
  return cut;
}

export function startGenerator(
  interpreter: Interpreter,
  name: string,
  frame: Frame,
  node: FunctionDef | Lambda,
): Value {
  if (node.kind === 'Lambda') return interpreter.unknown('a `yield` in a lambda is not followed');
  return new GeneratorValue(name, frame, node.body);
}

export class GeneratorValue implements IteratorValue {
  readonly kind = 'iterator';
  readonly type = 'generator';
  readonly qualname: string;
  readonly methods: ReadonlyMap<string, NativeFunction>;
  private readonly state: Cell<State>;
  /** What `return` gave: the value of `yield from`. */
  readonly result = new Cell<Value>(NONE);
  private readonly bound = new GeneratorBound();

  constructor(
    readonly name: string,
    private readonly frame: Frame,
    private readonly body: readonly Statement[],
  ) {
    this.qualname = frame.environment.qualname;
    const block: Block = { kind: 'body', statements: body, index: 0 };
    this.state = new Cell<State>({ status: 'suspended', stack: { block, below: null }, reason: null }, joinStates);
    this.methods = new Map([
      ['send', method('send', ([value], context) => this.step(context, value ?? NONE, null))],
      ['throw', method('throw', (given, context) => this.throwInto(context, given))],
      ['close', method('close', (_, context) => this.close(context))],
    ]);
  }

  next(context: Context): Value | UncertainEnd | undefined {
    return this.resume(context as Interpreter, NONE, null);
  }

  status(): Status {
    return this.state.value.status;
  }

  /** As `send` and `throw` do: StopIteration at the end. */
  private step(context: Context, sent: Value, error: PythonError | null): Value {
    if (sent.kind !== 'None' && this.isFresh) {
      return context.raise('TypeError', "can't send non-None value to a just-started generator");
    }
    const item = this.resume(context as Interpreter, sent, error);
    if (item instanceof UncertainEnd) return unknown(item.reason);
    if (item !== undefined) return item;
    return endOf(this, context);
  }

  /** Whether it has not begun yet. */
  private get isFresh(): boolean {
    const { status, stack } = this.state.value;
    return status === 'suspended' && stack?.block.kind === 'body' && stack.below === null && stack.block.index === 0;
  }

  private throwInto(context: Context, given: readonly Value[]): Value {
    const [type = NONE, value] = given;
    const isMade = value === undefined || value.kind === 'None' || value.kind === 'instance' || type.kind !== 'class';
    const exception = exceptionOf(
      context as Interpreter,
      isMade
        ? value?.kind === 'instance'
          ? value
          : type
        : context.call(type, args(value.kind === 'tuple' ? value.items : [value])),
    );
    return this.step(context, NONE, new PythonError(exception));
  }

  private close(context: Context): Value {
    const interpreter = context as Interpreter;
    if (this.state.value.status !== 'suspended') return NONE;
    if (this.isFresh) {
      this.finish(interpreter, NONE);
      return NONE;
    }
    const exit = makeException(builtinClass('GeneratorExit'), '', interpreter);
    try {
      const item = this.resume(interpreter, NONE, new PythonError(exit));
      if (item !== undefined && !(item instanceof UncertainEnd)) {
        interpreter.raise('RuntimeError', 'generator ignored GeneratorExit');
      }
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      const { cls } = error.exception;
      if (!cls.derivesFrom(builtinClass('GeneratorExit')) && !cls.derivesFrom(builtinClass('StopIteration')))
        throw error;
    }
    return NONE;
  }

  /** A body that is not followed any further: what it may do is given up, and any of its yields may be next. */
  private look(interpreter: Interpreter, why: Reason): UncertainEnd {
    const { yielding: outer } = interpreter;
    const values: Value[] = [];
    interpreter.yielding = { frame: this.frame, values };
    try {
      forgetEffects(interpreter, this.name, this.frame, why, () => executeBlock(interpreter, this.body));
    } finally {
      interpreter.yielding = outer;
    }
    return new UncertainEnd(why, values.length > 0 ? eitherYielded(values, why) : null);
  }

  private finish(interpreter: Interpreter, value: Value): void {
    this.result.set(interpreter.heap, value);
    this.state.set(interpreter.heap, { status: 'done', stack: null, reason: null });
  }

  private resume(interpreter: Interpreter, sent: Value, thrown: PythonError | null): Value | UncertainEnd | undefined {
    const { heap } = interpreter;
    const { status, stack, reason: why } = this.state.value;
    if (status === 'unknown') {
      const known = why ?? reason('the generator is not followed');
      return this.look(interpreter, known);
    }
    if (status === 'running') return interpreter.raise('ValueError', 'generator already executing');
    if (status === 'done') {
      // It is told once.
      if (this.result.value !== NONE) this.result.set(heap, NONE);
      if (thrown) throw thrown;
      return undefined;
    }
    enterDeeper(interpreter, this.name);
    this.state.set(heap, { status: 'running', stack: null, reason: null });
    const { frame: outer, node, overrides, catchers } = interpreter;
    const height = catchers.length;
    const from = interpreter.pending.length;
    interpreter.frame = this.frame;
    interpreter.overrides = null;
    interpreter.depth += 1;
    try {
      const run = new Run(interpreter, this.frame, stack, from, this.bound);
      const item = run.go(sent, thrown);
      if (item === undefined) this.finish(interpreter, run.returned);
      else this.state.set(heap, { status: 'suspended', stack: run.stack, reason: null });
      return item;
    } catch (error) {
      if (error instanceof GivenUp) {
        interpreter.pending.length = Math.min(interpreter.pending.length, from);
        catchers.length = height;
        this.state.set(heap, { status: 'unknown', stack: null, reason: error.reason });
        return this.look(interpreter, error.reason);
      }
      this.finish(interpreter, NONE);
      throw withoutStop(interpreter, error);
    } finally {
      interpreter.depth -= 1;
      catchers.length = height;
      interpreter.frame = outer;
      interpreter.node = node;
      interpreter.overrides = overrides;
    }
  }
}

/** A StopIteration that gets out of a generator's body is a mistake of the body's. */
function withoutStop(interpreter: Interpreter, error: unknown): unknown {
  if (!(error instanceof PythonError)) return error;
  if (!error.exception.cls.derivesFrom(builtinClass('StopIteration'))) return error;
  const made = makeException(builtinClass('RuntimeError'), 'generator raised StopIteration', interpreter);
  interpreter.setAttribute(made, '__cause__', error.exception);
  interpreter.setAttribute(made, '__context__', error.exception);
  return new PythonError(made, null, interpreter.place);
}

/**
 * What the rest of a body that is not followed may do is not known. The whole body is run once, its
 * `yield`s giving nothing, to see what it touches; all that it changes is given up. `keep`: whether what
 * the look has shown stays in the records.
 */
function forgetEffects(
  interpreter: Interpreter,
  name: string,
  frame: Frame,
  why: Reason,
  run: () => void,
  keep = false,
): void {
  const { frame: outer, node, overrides, loopSteps, heap, pending, records } = interpreter;
  enterDeeper(interpreter, name);
  const start = fork(interpreter);
  const marks = records.marks();
  interpreter.frame = frame;
  interpreter.overrides = null;
  interpreter.loopSteps = STEPS_OF_A_LOOK;
  interpreter.doubt += 1;
  interpreter.depth += 1;
  try {
    run();
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
  } finally {
    interpreter.depth -= 1;
    interpreter.doubt -= 1;
    interpreter.loopSteps = loopSteps;
    interpreter.frame = outer;
    interpreter.node = node;
    interpreter.overrides = overrides;
  }
  // Paths that left early have touched no less than they did until then.
  const states = [changesSince(interpreter, start.base)];
  rebase(interpreter, start.from, start.base);
  for (const path of pending.splice(start.from)) states.push(path.changes);
  if (!keep) records.truncate(marks);
  const join = new Join(interpreter.because('changes in a generator that is not followed', why), start.since);
  for (const state of states) joinTurn(heap, state, join, true);
}

/** Steps of a loop in a look at what a body touches. */
const STEPS_OF_A_LOOK = 200;

/** A generator that has been advanced on one path only: where it stands is not known. */
function joinStates(a: State, b: State, why: Reason): State {
  if (a.status === b.status && a.stack === b.stack) return a;
  return { status: 'unknown', stack: null, reason: a.reason ?? b.reason ?? why };
}

function method(name: string, run: (given: readonly Value[], context: Context) => Value): NativeFunction {
  return { kind: 'native', name, signature: null, call: (given, context) => run(given.positional, context) };
}

/** One stretch of a generator's body, from where it was suspended to its next `yield`. */
class Run {
  returned: Value = NONE;

  constructor(
    private readonly interpreter: Interpreter,
    private readonly frame: Frame,
    public stack: Stack | null,
    private readonly from: number,
    private readonly bound: GeneratorBound,
  ) {
    // What stands on the stack has been entered: handlers watch, handled exceptions are current.
    frame.handling.length = 0;
    const blocks: Block[] = [];
    for (let level = stack; level; level = level.below) blocks.push(level.block);
    for (const block of blocks.reverse()) {
      if (block.kind === 'try') interpreter.catchers.push(catcherOf(block));
      else if (block.kind === 'handler') frame.handling.push(block.error);
    }
  }

  /** Gives what the next `yield` yields; undefined at the body's end. */
  go(sent: Value, thrown: PythonError | null): Value | UncertainEnd | undefined {
    this.countTurn();
    let error = thrown;
    const top = this.stack?.block;
    let waiting = top?.kind === 'statement' ? top : null;
    if (waiting) this.pop();
    for (;;) {
      try {
        if (error) {
          const raised = error;
          const block = waiting;
          error = null;
          waiting = null;
          if (block?.delegate) {
            const item = this.throwOn(block, block.delegate, raised);
            if (item !== undefined) return item;
          } else this.leaveBy({ completion: RAISE, value: NONE, error: raised });
        } else if (waiting) {
          const block = waiting;
          waiting = null;
          const item = this.resumeStatement(block, sent);
          if (item !== undefined) return item;
        }
        while (this.stack) {
          const item = this.advance(this.stack.block);
          if (item !== undefined) return item;
        }
        return undefined;
      } catch (caught) {
        if (!(caught instanceof PythonError) || !this.stack) throw caught;
        error = caught;
      }
    }
  }

  private countTurn(): void {
    const { interpreter } = this;
    interpreter.spend(1);
    const tooLong = endOfPatience(interpreter, this.bound);
    if (tooLong) throw new GivenUp(tooLong);
  }

  private push(block: Block): void {
    this.stack = { block, below: this.stack };
    if (block.kind === 'try') this.interpreter.catchers.push(catcherOf(block));
    else if (block.kind === 'handler') this.frame.handling.push(block.error);
  }

  private pop(): void {
    const block = this.stack?.block;
    this.stack = this.stack?.below ?? null;
    if (block?.kind === 'try') this.interpreter.catchers.pop();
    else if (block?.kind === 'handler') {
      this.frame.handling.pop();
      if (block.handler.name !== null) {
        this.frame.environment.locals.delete(this.interpreter.heap, block.handler.name);
      }
    }
  }

  private pushBody(statements: readonly Statement[]): void {
    if (statements.length > 0) this.push({ kind: 'body', statements, index: 0 });
  }

  /** Goes on with the innermost block. Gives an item where it yields. */
  private advance(block: Block): Value | UncertainEnd | undefined {
    const { interpreter } = this;
    switch (block.kind) {
      case 'body': {
        const statement = block.statements[block.index];
        this.pop();
        if (!statement) return undefined;
        if (block.index + 1 < block.statements.length) this.push({ ...block, index: block.index + 1 });
        return this.start(statement);
      }
      case 'for': {
        interpreter.node = block.node.iter;
        this.countTurn();
        const item = block.items.next(interpreter);
        if (item instanceof UncertainEnd) throw new GivenUp(item.reason);
        if (item === undefined) {
          this.pop();
          this.pushBody(block.node.orelse);
        } else {
          assign(interpreter, block.node.target, item);
          this.pushBody(block.node.body);
        }
        return undefined;
      }
      case 'while':
        this.countTurn();
        return this.begin({
          kind: 'statement',
          statement: block.node,
          overrides: new Map(),
          waiting: null,
          delegate: null,
        });
      case 'try':
        this.pop();
        this.pushBody(block.node.orelse);
        return undefined;
      case 'finally':
        this.pop();
        this.pushBody(block.node.finalbody);
        return undefined;
      case 'handler':
        this.pop();
        return undefined;
      case 'with':
        this.pop();
        if (block.manager) leave(interpreter, block.node, block.manager, null);
        return undefined;
      case 'unwinding':
        this.pop();
        this.leaveBy(block.exit);
        return undefined;
      case 'statement':
        this.pop();
        return this.begin(block);
    }
  }

  private start(statement: Statement): Value | UncertainEnd | undefined {
    const { interpreter } = this;
    if (!containsYield(statement)) {
      this.ended(execute(interpreter, statement));
      return undefined;
    }
    interpreter.spend(1);
    interpreter.node = statement;
    switch (statement.kind) {
      case 'Try':
        if (statement.finalbody.length > 0) this.push({ kind: 'finally', node: statement });
        if (statement.handlers.length > 0) {
          const types = statement.handlers.map(({ type }) => (type === null ? NONE : evaluate(interpreter, type)));
          this.push({ kind: 'try', node: statement, types: statement.handlers.some((h) => !h.type) ? null : types });
        }
        this.pushBody(statement.body);
        return undefined;
      case 'With':
        return this.enterWith(statement, 0);
      case 'FunctionDef':
        throw new GivenUp(interpreter.because('a `yield` in this place is not followed'));
      default:
        return this.begin({ kind: 'statement', statement, overrides: new Map(), waiting: null, delegate: null });
    }
  }

  private enterWith(node: With, index: number): undefined {
    if (node.items.some(({ context }) => containsYield(context))) {
      throw new GivenUp(this.interpreter.because('a `yield` in this place is not followed'));
    }
    for (let i = index; i < node.items.length; i++) {
      const manager = enter(this.interpreter, node, i);
      this.push({ kind: 'with', node, manager, index: i });
    }
    this.pushBody(node.body);
    return undefined;
  }

  private resumeStatement(block: Extract<Block, { kind: 'statement' }>, sent: Value): Value | UncertainEnd | undefined {
    const { interpreter } = this;
    if (!block.waiting) return this.begin(block);
    const overrides: Overrides = new Map(block.overrides);
    if (block.delegate) {
      let item: Value | UncertainEnd | undefined;
      const send = sent.kind === 'None' ? undefined : block.delegate.methods?.get('send');
      // What is sent to a generator expression goes nowhere.
      if (!send && sent.kind !== 'None' && block.delegate.type !== 'generator') {
        const name = typeName(block.delegate, interpreter);
        return interpreter.raise('AttributeError', `'${name}' object has no attribute 'send'`);
      }
      try {
        item = send ? interpreter.call(send, args([sent])) : block.delegate.next(interpreter);
      } catch (error) {
        if (!send || !(error instanceof PythonError)) throw error;
        if (!error.exception.cls.derivesFrom(builtinClass('StopIteration'))) throw error;
        item = undefined;
      }
      if (item instanceof UncertainEnd) throw new GivenUp(item.reason);
      if (item !== undefined) {
        this.push({ ...block, overrides });
        return item;
      }
      return this.endDelegate(block);
    }
    overrides.set(block.waiting, sent);
    return this.begin({ ...block, overrides, waiting: null, delegate: null });
  }

  /** Goes on behind a `yield from` whose iterator has ended. */
  private endDelegate(block: Extract<Block, { kind: 'statement' }>): Value | UncertainEnd | undefined {
    const overrides: Overrides = new Map(block.overrides);
    const { delegate, waiting } = block;
    if (waiting) overrides.set(waiting, delegate instanceof GeneratorValue ? delegate.result.value : NONE);
    return this.begin({ ...block, overrides, waiting: null, delegate: null });
  }

  /** An exception thrown into a `yield from` is thrown into its iterator first; one that closes it closes that. */
  private throwOn(
    block: Extract<Block, { kind: 'statement' }>,
    delegate: IteratorValue,
    raised: PythonError,
  ): Value | UncertainEnd | undefined {
    const { interpreter } = this;
    const closes = raised.exception.cls.derivesFrom(builtinClass('GeneratorExit'));
    const pass = delegate.methods?.get(closes ? 'close' : 'throw');
    if (closes && pass) interpreter.call(pass, args([]));
    if (closes || !pass) {
      this.leaveBy({ completion: RAISE, value: NONE, error: raised });
      return undefined;
    }
    let item: Value;
    try {
      item = interpreter.call(pass, args([raised.exception]));
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      if (!error.exception.cls.derivesFrom(builtinClass('StopIteration'))) throw error;
      return this.endDelegate(block);
    }
    this.push(block);
    return item;
  }

  /** Starts a statement with a `yield` in it, or goes on with it. */
  private begin(block: Extract<Block, { kind: 'statement' }>): Value | UncertainEnd | undefined {
    const { interpreter } = this;
    const { statement, overrides } = block;
    try {
      for (const expression of expressionsOf(statement)) {
        if (!expression) continue;
        const found = nextYield(interpreter, expression, overrides);
        if (!found) continue;
        interpreter.overrides = overrides;
        const value = found.value ? evaluate(interpreter, found.value) : NONE;
        interpreter.node = found;
        if (!found.from) {
          this.push({ ...block, waiting: found });
          return value;
        }
        const delegate = iteratorOf(value, interpreter);
        if (isUnknownValue(delegate)) throw new GivenUp(delegate.reason);
        interpreter.overrides = null;
        return this.resumeStatement({ ...block, waiting: found, delegate }, NONE);
      }
      interpreter.overrides = overrides;
      this.finishStatement(statement);
      return undefined;
    } finally {
      interpreter.overrides = null;
    }
  }

  /** A statement all of whose yields at its start are behind it. */
  private finishStatement(statement: Statement): void {
    const { interpreter } = this;
    switch (statement.kind) {
      case 'If': {
        const truth = interpreter.truth(evaluate(interpreter, statement.test));
        if (typeof truth !== 'boolean') throw new GivenUp(truth.reason);
        this.pushBody(truth ? statement.body : statement.orelse);
        return;
      }
      case 'While': {
        const truth = interpreter.truth(evaluate(interpreter, statement.test));
        if (typeof truth !== 'boolean') throw new GivenUp(truth.reason);
        if (this.stack?.block.kind === 'while' && this.stack.block.node === statement) {
          if (!truth) this.pop();
        } else if (truth) this.push({ kind: 'while', node: statement });
        this.pushBody(truth ? statement.body : statement.orelse);
        return;
      }
      case 'For': {
        const items = iteratorOf(evaluate(interpreter, statement.iter), interpreter);
        if (isUnknownValue(items)) throw new GivenUp(items.reason);
        if (statement.isAsync) throw new GivenUp(interpreter.because('`async for` is not followed'));
        this.push({ kind: 'for', node: statement, items });
        return;
      }
      case 'Match':
        this.match(statement);
        return;
      case 'Expr':
        if (statement.value.kind === 'Yield') return;
        break;
    }
    this.ended(execute(interpreter, statement));
  }

  private match(statement: Match): void {
    const body = matchingBody(this.interpreter, statement);
    if ('kind' in body) throw new GivenUp(body.reason);
    this.pushBody(body);
  }

  private ended(completion: Completion): void {
    const { interpreter } = this;
    if (interpreter.pending.length > this.from) this.checkPending();
    if (completion !== NORMAL) {
      this.leaveBy({ completion, value: completion === RETURN ? interpreter.returned : NONE, error: null });
    }
  }

  /** Paths that left a statement on the way to a block of this body cannot wait in it. */
  private checkPending(): void {
    const { interpreter } = this;
    const waiting = interpreter.pending.slice(this.from);
    let watches = false;
    for (let level = this.stack; level; level = level.below) watches ||= level.block.kind !== 'body';
    if (watches || waiting.some((path) => path.completion !== RAISE)) {
      throw new GivenUp(interpreter.because('a generator depends on what is not known'));
    }
  }

  /** Leaves blocks until one takes the exit. */
  private leaveBy(exit: Exit): void {
    const { interpreter } = this;
    for (;;) {
      const block = this.stack?.block;
      if (!block) {
        if (exit.completion === RAISE && exit.error) throw exit.error;
        this.returned = exit.value;
        return;
      }
      if (exit.completion === CONTINUE && (block.kind === 'for' || block.kind === 'while')) return;
      this.pop();
      if (exit.completion === BREAK && (block.kind === 'for' || block.kind === 'while')) return;
      if (block.kind === 'finally') {
        this.push({ kind: 'unwinding', exit });
        this.pushBody(block.node.finalbody);
        return;
      }
      if (block.kind === 'with' && block.manager) {
        if (leave(interpreter, block.node, block.manager, exit.error)) return;
      }
      if (block.kind === 'try' && exit.error && this.handle(block.node, exit.error)) return;
    }
  }

  private handle(node: Try, error: PythonError): boolean {
    const { interpreter } = this;
    for (const handler of node.handlers) {
      const fits = handler.type === null ? true : matches(error.exception.cls, evaluate(interpreter, handler.type));
      if (fits === 'maybe') throw new GivenUp(interpreter.because('which exception is raised is not known'));
      if (!fits) continue;
      this.push({ kind: 'handler', handler, error });
      if (handler.name !== null) bindName(interpreter, handler.name, boundException(error));
      this.pushBody(handler.body);
      return true;
    }
    return false;
  }
}

function catcherOf(block: Extract<Block, { kind: 'try' }>): Catcher {
  return { kind: 'try', types: block.types, escapes: 0 };
}

// ---------------------------------------------------------------- generator expressions

export function startGeneratorExpression(
  interpreter: Interpreter,
  node: Comprehension,
  iterable: Value,
  environment: Environment,
): Value {
  const first = iteratorOf(iterable, interpreter);
  const outer = interpreter.frame;
  const frame = new Frame(environment, outer.source, outer, null, node);
  return new GeneratorExpressionValue(node, frame, first);
}

interface Levels {
  /** The iterator of each `for` that has begun; null when done. */
  readonly iterators: readonly IteratorValue[] | null;
  readonly reason: Reason | null;
}

class GeneratorExpressionValue implements IteratorValue {
  readonly kind = 'iterator';
  readonly type = 'generator';
  readonly name = '<genexpr>';
  readonly qualname: string;
  private readonly state: Cell<Levels>;
  private readonly bound = new GeneratorBound();

  constructor(
    private readonly node: Comprehension,
    private readonly frame: Frame,
    first: IteratorValue | UnknownValue,
  ) {
    this.qualname = frame.environment.qualname;
    const begun: Levels = isUnknownValue(first)
      ? { iterators: null, reason: reason('it goes through what is not known', first.reason) }
      : { iterators: [first], reason: null };
    this.state = new Cell<Levels>(begun, (a, b, why) =>
      a.iterators === b.iterators ? a : { iterators: null, reason: a.reason ?? b.reason ?? why },
    );
  }

  next(context: Context): Value | UncertainEnd | undefined {
    const interpreter = context as Interpreter;
    const { iterators, reason: why } = this.state.value;
    if (why) {
      forgetEffects(interpreter, '<genexpr>', this.frame, why, () => lookThrough(interpreter, this.node, why), true);
      return new UncertainEnd(why);
    }
    if (!iterators) return undefined;
    enterDeeper(interpreter, '<genexpr>');
    const { frame: outer, node, overrides } = interpreter;
    interpreter.frame = this.frame;
    interpreter.overrides = null;
    interpreter.depth += 1;
    try {
      return this.advance(interpreter, [...iterators]);
    } catch (error) {
      if (error instanceof PythonError) this.state.set(interpreter.heap, { iterators: null, reason: null });
      throw withoutStop(interpreter, error);
    } finally {
      interpreter.depth -= 1;
      interpreter.frame = outer;
      interpreter.node = node;
      interpreter.overrides = overrides;
    }
  }

  private advance(interpreter: Interpreter, levels: IteratorValue[]): Value | UncertainEnd | undefined {
    const { generators, element } = this.node;
    while (levels.length > 0) {
      interpreter.spend(1);
      const tooLong = endOfPatience(interpreter, this.bound);
      if (tooLong) return this.giveUp(interpreter, tooLong);
      const level = levels.length - 1;
      const generator = generators[level];
      const item = levels[level]?.next(interpreter);
      if (item === undefined || !generator) {
        levels.pop();
        continue;
      }
      if (item instanceof UncertainEnd) return this.giveUp(interpreter, item.reason);
      assign(interpreter, generator.target, item);
      let passes = true;
      for (const test of generator.ifs) {
        const truth = interpreter.truth(evaluate(interpreter, test));
        if (typeof truth !== 'boolean') return this.giveUp(interpreter, truth.reason);
        passes &&= truth;
        if (!passes) break;
      }
      if (!passes) continue;
      const inner = generators[level + 1];
      if (inner) {
        const iterator = iteratorOf(evaluate(interpreter, inner.iter), interpreter);
        if (isUnknownValue(iterator)) return this.giveUp(interpreter, iterator.reason);
        levels.push(iterator);
        continue;
      }
      this.state.set(interpreter.heap, { iterators: levels, reason: null });
      return evaluate(interpreter, element);
    }
    this.state.set(interpreter.heap, { iterators: null, reason: null });
    return undefined;
  }

  private giveUp(interpreter: Interpreter, why: Reason): UncertainEnd {
    this.state.set(interpreter.heap, { iterators: null, reason: why });
    forgetEffects(interpreter, '<genexpr>', this.frame, why, () => lookThrough(interpreter, this.node, why), true);
    return new UncertainEnd(why);
  }
}

/** Evaluates the parts of a generator expression once, for items that are not known. */
function lookThrough(interpreter: Interpreter, node: Comprehension, why: Reason): void {
  const item = unknown(why);
  for (const [i, generator] of node.generators.entries()) {
    if (i > 0) evaluate(interpreter, generator.iter);
    assign(interpreter, generator.target, item);
    for (const test of generator.ifs) evaluate(interpreter, test);
  }
  evaluate(interpreter, node.element);
}
