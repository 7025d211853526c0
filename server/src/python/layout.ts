/** Blocks as indentation has them: which lines stand where none can, and where they were meant to stand. */

/** What the layout of blocks needs to know of a logical line. */
export interface LineLayout {
  readonly indent: number;
  /** The white space before it. */
  readonly indentation: string;
  /** The word that it begins with (behind `async`, the next), or `@`. */
  readonly word: string;
  /** Whether a block must follow. */
  readonly isHeader: boolean;
}

/** What to do with a line. */
export interface Placement {
  /** White space to put before it, so that it stands in the block that goes on behind it. */
  readonly indentBy: string;
  /** Whether it is an `else`, `except` … of nothing, or a decorator. */
  readonly isOrphan: boolean;
  readonly problem: string | undefined;
}

/** What clauses may follow at one level of indentation. */
type Chain = 'none' | 'if' | 'loop' | 'try' | 'finally';

interface Level {
  readonly indent: number;
  readonly indentation: string;
  readonly chain: Chain;
}

const CLAUSES: Readonly<Record<string, readonly Chain[]>> = {
  elif: ['if'],
  else: ['if', 'loop', 'try'],
  except: ['try'],
  finally: ['try', 'finally'],
};

const CHAINS: Readonly<Record<string, Chain>> = {
  if: 'if',
  elif: 'if',
  for: 'loop',
  while: 'loop',
  try: 'try',
  except: 'try',
};

/** Python refuses an indentation that depends on how wide a tab is. */
const MIXED = 'Tabs and blanks are mixed in the indentation.';

/** Places each line of a chunk. A simple line in the wrong column, in the middle of a block, is one that is being typed. */
export function layOut(lines: readonly LineLayout[]): Placement[] {
  const placements: Placement[] = [];
  let levels: readonly Level[] = [];
  /** The levels before the last line. */
  let before: readonly Level[] = [];
  lines.forEach((line, i) => {
    const previous = lines[i - 1];
    if (previous !== undefined) {
      const meant = meantLevels(before, previous, line);
      if (meant !== undefined) {
        levels = withChain(meant, 'none');
        placements[i - 1] = {
          indentBy: (meant.at(-1)?.indentation ?? '').slice(previous.indentation.length),
          isOrphan: false,
          problem: 'This line is indented less than the block that it stands in.',
        };
      }
    }
    before = levels;
    let problem: string | undefined;
    if (previous?.isHeader && line.indent > previous.indent) {
      if (width(line) <= width(previous)) problem = MIXED;
      levels = [...levels, { indent: line.indent, indentation: line.indentation, chain: 'none' }];
    } else {
      let depth = levels.length;
      while (depth > 1 && line.indent < (levels[depth - 1]?.indent ?? 0)) depth--;
      levels = levels.slice(0, depth);
      const level = levels[depth - 1];
      if (level === undefined) levels = [{ indent: line.indent, indentation: line.indentation, chain: 'none' }];
      else if (line.indent > level.indent) problem = 'This line is indented, but no block begins before it.';
      else if (line.indent < level.indent) problem = 'This line is indented less than any block around it.';
      else if (width(line) !== width(level)) problem = MIXED;
    }
    const chain = levels.at(-1)?.chain ?? 'none';
    let isOrphan = false;
    if (isClause(line) && !takesClause(chain, line)) {
      isOrphan = true;
      problem = `There is nothing before this \`${line.word}\` that it could belong to.`;
    } else if (line.word === '@' && !isDecorated(lines[i + 1], line)) {
      isOrphan = true;
      problem = 'A decorator stands above a function or a class.';
    }
    const isTryElse = line.word === 'else' && chain === 'try';
    levels = withChain(levels, isTryElse ? 'finally' : chainOf(line.word));
    placements.push({ indentBy: '', isOrphan, problem });
  });
  return placements;
}

/** The column if a tab were as wide as a blank. A form feed goes back to the margin. */
function width({ indentation }: { readonly indentation: string }): number {
  return indentation.slice(indentation.lastIndexOf('\f') + 1).replace('\ufeff', '').length;
}

/** The levels in which the line before `line` was meant to stand, when it was not where it stands. */
function meantLevels(before: readonly Level[], previous: LineLayout, line: LineLayout): readonly Level[] | undefined {
  if (previous.isHeader || isClause(previous) || chainOf(previous.word) !== 'none') return undefined;
  if (line.indent > previous.indent) {
    const at = before.findIndex(({ indent }) => indent === line.indent);
    return at === -1 ? undefined : before.slice(0, at + 1);
  }
  if (!isClause(line) || line.indent !== previous.indent) return undefined;
  const at = before.findIndex(({ indent }) => indent === line.indent);
  const level = before[at];
  return level !== undefined && at < before.length - 1 && takesClause(level.chain, line) ? before : undefined;
}

function chainOf(word: string): Chain {
  return Object.hasOwn(CHAINS, word) ? (CHAINS[word] ?? 'none') : 'none';
}

function isDecorated(next: LineLayout | undefined, decorator: LineLayout): boolean {
  return next !== undefined && next.indent === decorator.indent && /^(?:@|def|class)$/.test(next.word);
}

function isClause(line: LineLayout): boolean {
  return Object.hasOwn(CLAUSES, line.word);
}

function takesClause(chain: Chain, line: LineLayout): boolean {
  return CLAUSES[line.word]?.includes(chain) ?? false;
}

function withChain(levels: readonly Level[], chain: Chain): readonly Level[] {
  const last = levels.at(-1);
  if (last === undefined || last.chain === chain) return levels;
  return [...levels.slice(0, -1), { ...last, chain }];
}
