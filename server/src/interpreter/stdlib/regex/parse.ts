/** Python's regular expressions, read into a tree. */

export interface Flags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly verbose: boolean;
  readonly ascii: boolean;
}

export type ClassItem =
  | { readonly type: 'range'; readonly from: number; readonly to: number }
  | { readonly type: 'category'; readonly name: 'd' | 'D' | 's' | 'S' | 'w' | 'W' };

export type Node =
  | { readonly type: 'literal'; readonly code: number; readonly flags: Flags }
  | { readonly type: 'any'; readonly flags: Flags }
  | { readonly type: 'set'; readonly items: readonly ClassItem[]; readonly negated: boolean; readonly flags: Flags }
  | { readonly type: 'sequence'; readonly parts: readonly Node[] }
  | { readonly type: 'alternatives'; readonly options: readonly Node[] }
  | {
      readonly type: 'repeat';
      readonly body: Node;
      readonly least: number;
      readonly most: number;
      readonly mode: 'greedy' | 'lazy' | 'possessive';
    }
  | { readonly type: 'group'; readonly body: Node; readonly index: number }
  | { readonly type: 'atomic'; readonly body: Node }
  | { readonly type: 'backreference'; readonly index: number; readonly flags: Flags }
  | {
      readonly type: 'look';
      readonly body: Node;
      readonly behind: boolean;
      readonly negated: boolean;
      readonly width: number;
    }
  | { readonly type: 'anchor'; readonly name: '^' | '$' | 'A' | 'Z' | 'b' | 'B'; readonly flags: Flags }
  | { readonly type: 'conditional'; readonly index: number; readonly yes: Node; readonly no: Node };

export interface Pattern {
  readonly root: Node;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  readonly flags: Flags;
}

/** The pattern is one that Python refuses, or one that is not followed (`refused` is false). */
export class PatternError {
  constructor(
    readonly message: string,
    readonly position: number | null,
    readonly refused: boolean,
  ) {}
}

const INFINITY = Number.POSITIVE_INFINITY;
const LETTERS: Readonly<Record<string, keyof Flags>> = {
  i: 'ignoreCase',
  m: 'multiline',
  s: 'dotAll',
  x: 'verbose',
  a: 'ascii',
};
const ESCAPES: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 };

/** Reads a pattern. Throws `PatternError`. */
export function parsePattern(text: string, flags: Flags): Pattern {
  return new Parser(Array.from(text), flags).pattern();
}

class Parser {
  private at = 0;
  private groups = 0;
  private readonly names = new Map<string, number>();
  private readonly open = new Set<number>();

  constructor(
    private readonly text: readonly string[],
    private flags: Flags,
  ) {}

  pattern(): Pattern {
    const root = this.alternatives();
    if (this.at < this.text.length) throw new PatternError('unbalanced parenthesis', this.at, true);
    return { root, groups: this.groups, names: this.names, flags: this.flags };
  }

  private peek(): string | undefined {
    return this.text[this.at];
  }

  private take(expected: string): boolean {
    for (const [i, character] of Array.from(expected).entries()) {
      if (this.text[this.at + i] !== character) return false;
    }
    this.at += expected.length;
    return true;
  }

  private unfollowed(what: string): never {
    throw new PatternError(`${what} in regular expressions is not followed`, this.at, false);
  }

  private alternatives(): Node {
    const options = [this.sequence()];
    while (this.take('|')) options.push(this.sequence());
    return options.length === 1 ? (options[0] as Node) : { type: 'alternatives', options };
  }

  private sequence(): Node {
    const parts: Node[] = [];
    for (;;) {
      const character = this.peek();
      if (character === undefined || character === '|' || character === ')') break;
      if (this.flags.verbose && this.skipVerbose(character)) continue;
      const start = this.at;
      const part = this.atom();
      if (part) parts.push(this.repeated(part, start));
    }
    return parts.length === 1 ? (parts[0] as Node) : { type: 'sequence', parts };
  }

  private skipVerbose(character: string): boolean {
    if (/\s/.test(character)) {
      this.at += 1;
      return true;
    }
    if (character !== '#') return false;
    while (this.peek() !== undefined && this.peek() !== '\n') this.at += 1;
    return true;
  }

  private repeated(first: Node, start: number): Node {
    let body = first;
    for (let turn = 0; ; turn++) {
      const here = this.at;
      const bounds = this.bounds();
      if (!bounds) return body;
      if (turn > 0) throw new PatternError('multiple repeat', here, true);
      if (body.type === 'anchor' || body.type === 'look') {
        if (body.type === 'anchor' && 'AZ^$'.includes(body.name))
          throw new PatternError('nothing to repeat', start, true);
      }
      const mode = this.take('?') ? 'lazy' : this.take('+') ? 'possessive' : 'greedy';
      body = { type: 'repeat', body, least: bounds[0], most: bounds[1], mode };
    }
  }

  private bounds(): readonly [number, number] | null {
    if (this.take('*')) return [0, INFINITY];
    if (this.take('+')) return [1, INFINITY];
    if (this.take('?')) return [0, 1];
    if (this.peek() !== '{') return null;
    const found = /^\{(\d*)(?:(,)(\d*))?\}/.exec(this.text.slice(this.at, this.at + 30).join(''));
    if (!found || (found[1] === '' && found[2] === undefined)) return null;
    const [whole, low = '', comma, high = ''] = found;
    const start = this.at;
    this.at += whole.length;
    const least = low === '' ? 0 : Number(low);
    const most = comma === undefined ? least : high === '' ? INFINITY : Number(high);
    if (most < least) throw new PatternError('min repeat greater than max repeat', start + 1, true);
    return [least, most];
  }

  /** Null for what only sets flags or is a comment. */
  private atom(): Node | null {
    const character = this.peek() as string;
    const start = this.at;
    this.at += 1;
    switch (character) {
      case '.':
        return { type: 'any', flags: this.flags };
      case '^':
      case '$':
        return { type: 'anchor', name: character, flags: this.flags };
      case '(':
        return this.group(start);
      case '[':
        return this.set(start);
      case '\\':
        return this.escape(start);
      case '*':
      case '+':
      case '?':
        throw new PatternError('nothing to repeat', start, true);
      default:
        return this.literal(character.codePointAt(0) as number);
    }
  }

  private literal(code: number): Node {
    return { type: 'literal', code, flags: this.flags };
  }

  private group(start: number): Node | null {
    if (!this.take('?')) return this.capture(null, start);
    if (this.take('P<')) return this.capture(this.name('>'), start);
    if (this.take('P=')) return this.named(this.name(')'));
    if (this.take('#')) {
      while (this.peek() !== undefined && this.peek() !== ')') this.at += 1;
      this.close(start);
      return null;
    }
    if (this.take(':')) return this.inside(start);
    if (this.take('>')) return { type: 'atomic', body: this.inside(start) };
    for (const [sign, behind, negated] of LOOKS) {
      if (!this.take(sign)) continue;
      const body = this.inside(start);
      const width = behind ? fixedWidth(body) : 0;
      if (width === null) throw new PatternError('look-behind requires fixed-width pattern', null, true);
      return { type: 'look', body, behind, negated, width };
    }
    if (this.take('(')) return this.conditional(start);
    return this.inlineFlags(start);
  }

  private capture(name: string | null, start: number): Node {
    this.groups += 1;
    const index = this.groups;
    if (name !== null) {
      if (this.names.has(name)) {
        throw new PatternError(
          `redefinition of group name '${name}' as group ${index}; was group ${this.names.get(name)}`,
          start + 4,
          true,
        );
      }
      this.names.set(name, index);
    }
    this.open.add(index);
    const body = this.inside(start);
    this.open.delete(index);
    return { type: 'group', body, index };
  }

  /** What stands between here and the closing parenthesis; flags set inside end there. */
  private inside(start: number): Node {
    const before = this.flags;
    const body = this.alternatives();
    this.close(start);
    this.flags = before;
    return body;
  }

  private close(start: number): void {
    if (!this.take(')')) throw new PatternError('missing ), unterminated subpattern', start, true);
  }

  private name(end: string): string {
    const start = this.at;
    while (this.peek() !== undefined && this.peek() !== end) this.at += 1;
    const name = this.text.slice(start, this.at).join('');
    if (!this.take(end)) throw new PatternError(`missing ${end}, unterminated name`, start, true);
    if (!/^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(name)) {
      throw new PatternError(name === '' ? 'missing group name' : `bad character in group name '${name}'`, start, true);
    }
    return name;
  }

  private named(name: string): Node {
    const index = this.names.get(name);
    if (index === undefined) throw new PatternError(`unknown group name '${name}'`, this.at - name.length - 1, true);
    return { type: 'backreference', index, flags: this.flags };
  }

  private conditional(start: number): Node {
    const from = this.at;
    while (this.peek() !== undefined && this.peek() !== ')') this.at += 1;
    const reference = this.text.slice(from, this.at).join('');
    this.close(start);
    const index = /^\d+$/.test(reference) ? Number(reference) : this.names.get(reference);
    if (index === undefined) throw new PatternError(`unknown group name '${reference}'`, from, true);
    const yes = this.sequence();
    const no: Node = this.take('|') ? this.sequence() : { type: 'sequence', parts: [] };
    this.close(start);
    return { type: 'conditional', index, yes, no };
  }

  private inlineFlags(start: number): Node | null {
    const found = /^([aiLmsux]*)(?:-([imsx]+))?([:)])/.exec(this.text.slice(this.at, this.at + 20).join(''));
    if (!found) throw new PatternError(`unknown extension ?${this.peek() ?? ''}`, start + 1, true);
    const [whole, on = '', off = '', end] = found;
    if (on.includes('L')) this.unfollowed('a locale');
    this.at += whole.length;
    const changed: Record<keyof Flags, boolean> = { ...this.flags };
    for (const letter of on) {
      const flag = LETTERS[letter];
      if (flag) changed[flag] = true;
    }
    for (const letter of off) {
      const flag = LETTERS[letter];
      if (flag) changed[flag] = false;
    }
    if (end === ')') {
      if (start !== 0) throw new PatternError('global flags not at the start of the expression', start, true);
      this.flags = changed;
      return null;
    }
    const before = this.flags;
    this.flags = changed;
    const body = this.alternatives();
    this.close(start);
    this.flags = before;
    return body;
  }

  private escape(start: number): Node {
    const character = this.peek();
    if (character === undefined) throw new PatternError('bad escape (end of pattern)', start, true);
    this.at += 1;
    if ('AZbB'.includes(character))
      return { type: 'anchor', name: character as 'A' | 'Z' | 'b' | 'B', flags: this.flags };
    if ('dDsSwW'.includes(character)) {
      return { type: 'set', items: [category(character)], negated: false, flags: this.flags };
    }
    if (/[1-9]/.test(character)) return this.numbered(character, start);
    return this.literal(this.escapedCode(character, start));
  }

  private numbered(first: string, start: number): Node {
    let digits = first;
    if (/\d/.test(this.peek() ?? '')) {
      digits += this.peek();
      this.at += 1;
      const third = this.peek() ?? '';
      if (/^[0-3][0-7]$/.test(digits) && /[0-7]/.test(third)) {
        this.at += 1;
        return this.literal(Number.parseInt(digits + third, 8));
      }
    }
    const index = Number(digits);
    if (index > this.groups) throw new PatternError(`invalid group reference ${index}`, start + 1, true);
    if (this.open.has(index)) throw new PatternError('cannot refer to an open group', start, true);
    return { type: 'backreference', index, flags: this.flags };
  }

  /** The character of an escape that is one, outside and inside a set. */
  private escapedCode(character: string, start: number): number {
    const known = ESCAPES[character];
    if (known !== undefined) return known;
    const lengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
    const length = lengths[character];
    if (length) {
      const hex = this.text.slice(this.at, this.at + length).join('');
      if (!new RegExp(`^[0-9a-fA-F]{${length}}$`).test(hex)) {
        throw new PatternError(`incomplete escape \\${character}${hex}`, start, true);
      }
      this.at += length;
      return Number.parseInt(hex, 16);
    }
    if (character === '0') {
      const octal = /^[0-7]{0,2}/.exec(this.text.slice(this.at, this.at + 2).join(''))?.[0] ?? '';
      this.at += octal.length;
      return Number.parseInt(`0${octal}`, 8);
    }
    if (character === 'N') this.unfollowed('a named character');
    if (/[A-Za-z0-9]/.test(character)) throw new PatternError(`bad escape \\${character}`, start, true);
    return character.codePointAt(0) as number;
  }

  private set(start: number): Node {
    const negated = this.take('^');
    const items: ClassItem[] = [];
    const first = this.at;
    for (;;) {
      const here = this.at;
      const character = this.peek();
      if (character === undefined) throw new PatternError('unterminated character set', start, true);
      if (character === ']' && here !== first) break;
      const low = this.setItem();
      if (this.peek() !== '-' || this.text[this.at + 1] === ']' || this.text[this.at + 1] === undefined) {
        items.push(typeof low === 'number' ? { type: 'range', from: low, to: low } : low);
        continue;
      }
      this.at += 1;
      const high = this.setItem();
      if (typeof low !== 'number' || typeof high !== 'number' || high < low) {
        const shown = this.text.slice(here, this.at).join('');
        throw new PatternError(`bad character range ${shown}`, here, true);
      }
      items.push({ type: 'range', from: low, to: high });
    }
    this.at += 1;
    return { type: 'set', items, negated, flags: this.flags };
  }

  private setItem(): number | ClassItem {
    const start = this.at;
    const character = this.peek() as string;
    this.at += 1;
    if (character !== '\\') return character.codePointAt(0) as number;
    const escaped = this.peek();
    if (escaped === undefined) throw new PatternError('unterminated character set', start, true);
    this.at += 1;
    if ('dDsSwW'.includes(escaped)) return category(escaped);
    if (escaped === 'b') return 8;
    if (/[0-7]/.test(escaped)) {
      const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at - 1, this.at + 2).join(''))?.[0] ?? escaped;
      this.at += octal.length - 1;
      return Number.parseInt(octal, 8);
    }
    return this.escapedCode(escaped, start);
  }
}

const LOOKS: readonly (readonly [string, boolean, boolean])[] = [
  ['=', false, false],
  ['!', false, true],
  ['<=', true, false],
  ['<!', true, true],
];

function category(name: string): ClassItem {
  return { type: 'category', name: name as 'd' | 'D' | 's' | 'S' | 'w' | 'W' };
}

/** How many characters a pattern matches; null where that is not one number. */
function fixedWidth(node: Node): number | null {
  switch (node.type) {
    case 'literal':
    case 'any':
    case 'set':
      return 1;
    case 'sequence':
      return node.parts.reduce<number | null>((total, part) => {
        const width = fixedWidth(part);
        return total === null || width === null ? null : total + width;
      }, 0);
    case 'alternatives': {
      const widths = new Set(node.options.map(fixedWidth));
      const [width] = widths;
      return widths.size === 1 && width !== undefined ? width : null;
    }
    case 'repeat': {
      const width = fixedWidth(node.body);
      return node.least === node.most && width !== null ? width * node.least : null;
    }
    case 'group':
    case 'atomic':
      return fixedWidth(node.body);
    case 'look':
    case 'anchor':
      return 0;
    default:
      return null;
  }
}
