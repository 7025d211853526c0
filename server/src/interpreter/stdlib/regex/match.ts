/** Matching by backtracking, in Python's order. Each step is counted, so that no pattern runs away. */
import { isAlphanumeric, isDecimal, isSpace } from '../../builtins/characters';
import type { ClassItem, Flags, Node, Pattern } from './parse';

/** More steps than this are not taken. */
const MAX_STEPS = 200_000;

/** Thrown when matching takes too long. */
export class TooManySteps {}

/** Where the whole match and its groups begin and end; null for groups that took no part. */
export interface MatchSpans {
  readonly spans: readonly (readonly [number, number] | null)[];
  /** The last group that closed. */
  readonly lastIndex: number | null;
}

type Continue = (at: number) => boolean;

/** Matches one pattern against one text (as code points). */
export class Matcher {
  private steps = 0;
  private starts: (number | null)[] = [];
  private ends: (number | null)[] = [];
  private last: number | null = null;

  constructor(
    private readonly pattern: Pattern,
    private readonly text: readonly string[],
    private readonly stop: number,
  ) {}

  get taken(): number {
    return this.steps;
  }

  /** A match that begins exactly here; `whole` if it must reach the end. */
  matchAt(start: number, whole = false, notEmpty = false): MatchSpans | null {
    const count = this.pattern.groups + 1;
    this.starts = new Array(count).fill(null);
    this.ends = new Array(count).fill(null);
    this.last = null;
    let end = -1;
    const matched = this.run(this.pattern.root, start, (at) => {
      if ((whole && at !== this.stop) || (notEmpty && at === start)) return false;
      end = at;
      return true;
    });
    if (!matched) return null;
    const spans = this.starts.map((from, i): readonly [number, number] | null => {
      const to = this.ends[i];
      return from === null || to === null || to === undefined ? null : [from, to];
    });
    spans[0] = [start, end];
    return { spans, lastIndex: this.last };
  }

  /** The first match from here on; none that is empty at `lastEnd`, where another one ended. */
  search(start: number, lastEnd = -1): MatchSpans | null {
    for (let at = start; at <= this.stop; at++) {
      const found = this.matchAt(at, false, at === lastEnd);
      if (found) return found;
    }
    return null;
  }

  private run(node: Node, at: number, next: Continue): boolean {
    this.steps += 1;
    if (this.steps > MAX_STEPS) throw new TooManySteps();
    switch (node.type) {
      case 'literal':
      case 'any':
      case 'set': {
        const character = at < this.stop ? this.text[at] : undefined;
        return character !== undefined && matchesOne(node, character) && next(at + 1);
      }
      case 'sequence':
        return this.sequence(node.parts, 0, at, next);
      case 'alternatives':
        return node.options.some((option) => this.run(option, at, next));
      case 'repeat':
        return this.repeat(node, at, next);
      case 'group':
        return this.group(node.body, node.index, at, next);
      case 'atomic':
        return this.atomic(node.body, at, next);
      case 'backreference':
        return this.backreference(node.index, node.flags, at, next);
      case 'look':
        return this.look(node, at) && next(at);
      case 'anchor':
        return this.anchor(node.name, node.flags, at) && next(at);
      case 'conditional':
        return this.run(this.ends[node.index] === null ? node.no : node.yes, at, next);
    }
  }

  private sequence(parts: readonly Node[], index: number, at: number, next: Continue): boolean {
    const part = parts[index];
    if (!part) return next(at);
    return this.run(part, at, (after) => this.sequence(parts, index + 1, after, next));
  }

  private repeat(node: Extract<Node, { type: 'repeat' }>, at: number, next: Continue): boolean {
    const { body, least, most, mode } = node;
    if (mode === 'possessive') return this.atomic({ ...node, mode: 'greedy' }, at, next);
    if (body.type === 'literal' || body.type === 'any' || body.type === 'set') {
      return this.repeatOne(body, least, most, mode, at, next);
    }
    const more = (count: number, here: number, from: number): boolean => {
      // An empty turn beyond the least number would go on for ever.
      const mayGoOn = count < most && !(count > least && here === from);
      const again = () => this.run(body, here, (after) => more(count + 1, after, here));
      if (count < least) return again();
      if (mode === 'lazy') return next(here) || (mayGoOn && again());
      return (mayGoOn && again()) || next(here);
    };
    return more(0, at, -1);
  }

  /** One character repeated: counted, not nested. */
  private repeatOne(
    body: Extract<Node, { type: 'literal' | 'any' | 'set' }>,
    least: number,
    most: number,
    mode: 'greedy' | 'lazy',
    at: number,
    next: Continue,
  ): boolean {
    const limit = Math.min(most, this.stop - at);
    const fits = (count: number) => matchesOne(body, this.text[at + count] as string);
    if (mode === 'lazy') {
      for (let count = 0; ; count++) {
        if (count >= least && next(at + count)) return true;
        if (count >= limit || !fits(count)) return false;
        this.steps += 1;
      }
    }
    let count = 0;
    while (count < limit && fits(count)) count += 1;
    this.steps += count;
    for (; count >= least; count--) if (next(at + count)) return true;
    return false;
  }

  private group(body: Node, index: number, at: number, next: Continue): boolean {
    const start = this.starts[index] ?? null;
    const end = this.ends[index] ?? null;
    const last = this.last;
    const matched = this.run(body, at, (after) => {
      const inner = [this.starts[index] ?? null, this.ends[index] ?? null, this.last] as const;
      this.starts[index] = at;
      this.ends[index] = after;
      this.last = index;
      if (next(after)) return true;
      [this.starts[index], this.ends[index], this.last] = inner;
      return false;
    });
    if (matched) return true;
    this.starts[index] = start;
    this.ends[index] = end;
    this.last = last;
    return false;
  }

  private atomic(body: Node, at: number, next: Continue): boolean {
    let end = -1;
    const saved = this.save();
    const matched = this.run(body, at, (after) => {
      end = after;
      return true;
    });
    if (matched && next(end)) return true;
    this.back(saved);
    return false;
  }

  private save() {
    return { starts: [...this.starts], ends: [...this.ends], last: this.last };
  }

  private back(saved: ReturnType<Matcher['save']>): void {
    this.starts = saved.starts;
    this.ends = saved.ends;
    this.last = saved.last;
  }

  private backreference(index: number, flags: Flags, at: number, next: Continue): boolean {
    const start = this.starts[index];
    const end = this.ends[index];
    if (typeof start !== 'number' || typeof end !== 'number') return false;
    for (let i = start; i < end; i++) {
      const here = at + (i - start);
      if (here >= this.stop) return false;
      if (fold(this.text[i] as string, flags) !== fold(this.text[here] as string, flags)) return false;
    }
    return next(at + end - start);
  }

  private look(node: Extract<Node, { type: 'look' }>, at: number): boolean {
    const start = node.behind ? at - node.width : at;
    const saved = this.save();
    const found = start >= 0 && this.run(node.body, start, (after) => !node.behind || after === at);
    if (node.negated || !found) this.back(saved);
    return found !== node.negated;
  }

  private anchor(name: string, flags: Flags, at: number): boolean {
    switch (name) {
      case 'A':
        return at === 0;
      case '^':
        return at === 0 || (flags.multiline && this.text[at - 1] === '\n');
      case 'Z':
        return at === this.stop;
      case '$':
        if (at === this.stop || (at === this.stop - 1 && this.text[at] === '\n')) return true;
        return flags.multiline && this.text[at] === '\n';
      default: {
        const before = at > 0 && isWord(this.text[at - 1] as string, flags);
        const after = at < this.stop && isWord(this.text[at] as string, flags);
        return (before !== after) === (name === 'b');
      }
    }
  }
}

function fold(character: string, flags: Flags): string {
  if (!flags.ignoreCase) return character;
  const lower = character.toLowerCase();
  return lower === 'ſ' ? 's' : lower;
}

function matchesOne(node: Extract<Node, { type: 'literal' | 'any' | 'set' }>, character: string): boolean {
  switch (node.type) {
    case 'literal': {
      const wanted = String.fromCodePoint(node.code);
      return (
        wanted === character || (node.flags.ignoreCase && fold(wanted, node.flags) === fold(character, node.flags))
      );
    }
    case 'any':
      return node.flags.dotAll || character !== '\n';
    case 'set': {
      const forms = node.flags.ignoreCase ? [character, character.toLowerCase(), character.toUpperCase()] : [character];
      const inside = forms.some((form) => node.items.some((item) => inItem(item, form, node.flags)));
      return inside !== node.negated;
    }
  }
}

function inItem(item: ClassItem, character: string, flags: Flags): boolean {
  if (item.type === 'range') {
    const code = character.codePointAt(0) as number;
    return code >= item.from && code <= item.to && character.length === String.fromCodePoint(code).length;
  }
  switch (item.name) {
    case 'd':
      return isDigit(character, flags);
    case 'D':
      return !isDigit(character, flags);
    case 's':
      return isBlank(character, flags);
    case 'S':
      return !isBlank(character, flags);
    case 'w':
      return isWord(character, flags);
    case 'W':
      return !isWord(character, flags);
  }
}

function isDigit(character: string, flags: Flags): boolean {
  return flags.ascii ? /^[0-9]$/.test(character) : isDecimal(character);
}

function isBlank(character: string, flags: Flags): boolean {
  return flags.ascii ? /^[ \t\n\r\f\v]$/.test(character) : isSpace(character);
}

function isWord(character: string, flags: Flags): boolean {
  if (character === '_') return true;
  return flags.ascii ? /^[a-zA-Z0-9]$/.test(character) : isAlphanumeric(character) === true;
}
