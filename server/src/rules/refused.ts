/** What the rules share that report a library's refusals. */
import type { Analysis } from '../analysis/analysis';
import { type CallSite, callAt, writtenArgument } from '../analysis/arguments';
import { argumentsOf } from '../analysis/observed';
import { distinctRefusals, refusalsElsewhere } from '../analysis/sites';
import type { RefusalRecord } from '../interpreter/trace';
import { contains, type Span } from '../text/span';
import type { BoundArgument } from '../values/arguments';
import type { FixIdea, Problem, RelatedPlace, Rule, RulePage } from './rule';

export interface RefusalRule {
  readonly code: string;
  readonly title: string;
  readonly page: RulePage;
  /** Parameters to point at where the refusal names none: the first one that is written. */
  readonly blames?: readonly string[];
  /** Words and fixes for one refusal; what is left out comes from the refusal. */
  readonly tell?: (refusal: RefusalRecord, analysis: Analysis) => Telling;
}

export interface Telling {
  readonly what?: string | undefined;
  readonly why?: string | undefined;
  readonly next?: string | undefined;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly FixIdea[];
}

/** A rule that reports each refusal of its code: an error, or a warning where the code may not be reached. */
export function refusalRule(rule: RefusalRule): Rule {
  return {
    code: rule.code,
    level: 'error',
    title: rule.title,
    page: rule.page,
    check: (analysis) => refusalProblems(rule, analysis, (code) => code === rule.code),
  };
}

/** What is refused in the document, and in functions of other files that it calls. */
export function refusalProblems(rule: RefusalRule, analysis: Analysis, matches: (code: string) => boolean): Problem[] {
  const elsewhere = [...refusalsElsewhere(analysis)].filter(([refusal]) => matches(refusal.code));
  return [
    ...refusalsOf(analysis, matches).map((refusal) => problemOf(rule, refusal, analysis)),
    ...elsewhere.map(([refusal, span]) => problemElsewhere(refusal, span)),
  ];
}

function refusalsOf(analysis: Analysis, matches: (code: string) => boolean): RefusalRecord[] {
  return distinctRefusals(
    analysis,
    analysis.trace.refusals.filter((refusal) => matches(refusal.code) && isWorthSaying(refusal)),
  );
}

/**
 * What is refused on a path that may not be taken is what its condition is there to avoid. In a
 * function that nobody calls only what its own layers do to known sizes is said: the rest depends on
 * what it would be called with.
 */
function isWorthSaying(refusal: RefusalRecord): boolean {
  if (!refusal.assumed) return true;
  if (refusal.avoidable || !ASSUMABLE.has(refusal.code) || refusal.call?.instance == null) return false;
  return !isLeftToCallers(refusal);
}

/** Whether a default of None is refused that the argument only passes on: callers are meant to give it. */
function isLeftToCallers(refusal: RefusalRecord): boolean {
  const { parameter, facts } = refusal;
  const none = facts?.none as BoundArgument | undefined;
  if (parameter === undefined || !none) return false;
  const found = argumentsCall(refusal);
  const written = found && writtenArgument(found.call, parameter, new Map([[parameter, none]]));
  const argument = written && 'arg' in written ? written.value : written;
  return argument?.kind !== 'Constant';
}

const ASSUMABLE: ReadonlySet<string> = new Set([
  'negative-dimension',
  'incompatible-merge',
  'reshape-count',
  'groups',
  'strides-dilation',
  'invalid-argument',
  'wrong-rank',
]);

/** In another file nothing is pointed at and nothing is mended. */
function problemElsewhere(refusal: RefusalRecord, span: Span): Problem {
  const { site, context, code } = refusal;
  const file = decodeURIComponent(site.place.uri.replace(/^.*\//, ''));
  return {
    code,
    severity: 'error',
    span,
    what: messageText(refusal),
    why: `that is in \`${context.at(-1)?.name}\` of ${file}`,
    related: [],
    fixes: [],
  };
}

function problemOf(rule: RefusalRule, refusal: RefusalRecord, analysis: Analysis): Problem {
  const site = analysis.span(refusal.site.place) as Span;
  const blamed = refusal.parameter ? [refusal.parameter] : (rule.blames ?? []);
  const parameter = blamed.find((name) => argumentSpan(analysis, refusal, name) !== null);
  const argument = parameter === undefined ? null : argumentSpan(analysis, refusal, parameter);
  const own = refusal.constructed && analysis.span(refusal.constructed.place);
  const told: Telling = rule.tell?.(refusal, analysis) ?? {};
  // Keras raises at the call. The argument is pointed at where it stands in that call; else it is told beside.
  const inside = argument && contains(site, argument) ? argument : null;
  const at = inside ?? (own && contains(site, own) ? own : site);
  const related: RelatedPlace[] = [...(told.related ?? [])];
  if (!inside && argument) related.push({ span: argument, message: `\`${parameter}\` is given here` });
  else if (own && !contains(site, own)) related.push({ span: own, message: 'the layer is made here' });
  return {
    code: refusal.code,
    severity: refusal.assumed ? 'warning' : 'error',
    isAssumed: refusal.assumed,
    span: at,
    what: told.what ?? messageText(refusal),
    why: told.why,
    next: told.next,
    related,
    fixes: told.fixes ?? [],
  };
}

/** The refusal's own words; the name of a function is no word to begin a sentence with. */
function messageText({ message, call }: RefusalRecord): string {
  const callee = call?.callee;
  const isFunction = callee !== undefined && /^[a-z]/.test(callee) && message.startsWith(`${callee} `);
  return isFunction ? `\`${callee}\`${message.slice(callee.length)}` : message;
}

/** The call in which a refused layer's (or op's) arguments are written. */
export function argumentsCall(refusal: RefusalRecord): CallSite | null {
  return callAt(refusal.constructed) ?? callAt(refusal.site);
}

export function boundArguments(refusal: RefusalRecord): ReadonlyMap<string, BoundArgument> | null {
  return argumentsOf(refusal.call?.instance);
}

function argumentSpan(analysis: Analysis, refusal: RefusalRecord, parameter: string): Span | null {
  const found = argumentsCall(refusal);
  const argument = found && writtenArgument(found.call, parameter, boundArguments(refusal));
  return argument && analysis.span({ ...found.site.place, start: argument.start, end: argument.end });
}
