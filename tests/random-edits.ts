/** Edits as hands and tools make them, at random but the same for the same seed. */
import type { Edit } from '../server/src/text/edit';

/** Numbers from a seed (mulberry32). */
export class Random {
  constructor(private state: number) {}

  /** A whole number from 0 up to, and without, a limit. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  of<T>(choices: readonly T[]): T {
    if (choices.length === 0) throw new Error('there is nothing to choose from');
    return choices[this.below(choices.length)] as T;
  }
}

const TYPED = ['(', ')', ',', ' ', '.', '1', '0', 'x', '=', '\n', '\n    ', ':', '"', '#', 'None', '[', ']', '-', '*'];

type Kind = (random: Random, text: string) => Edit;

const KINDS: readonly Kind[] = [
  // A digit is typed behind a number, or one is taken away.
  (random, text) => {
    const at = place(random, text, /\d/g);
    return random.below(2) === 0
      ? { start: at, end: at, newText: String(random.below(10)) }
      : { start: at, end: Math.min(at + 1, text.length), newText: String(1 + random.below(9)) };
  },
  (random, text) => {
    const at = random.below(text.length + 1);
    return { start: at, end: at, newText: random.of(TYPED) };
  },
  (random, text) => {
    const at = random.below(text.length + 1);
    return { start: at, end: Math.min(text.length, at + 1 + random.below(3)), newText: '' };
  },
  // A line goes, comes again, or moves elsewhere.
  (random, text) => ({ ...line(random, text), newText: '' }),
  (random, text) => {
    const { start, end } = line(random, text);
    return { start: end, end, newText: text.slice(start, end) };
  },
  (random, text) => {
    const from = line(random, text);
    const { start } = line(random, text);
    return { start, end: start, newText: text.slice(from.start, from.end) };
  },
  (random, text) => {
    const { start } = line(random, text);
    return { start, end: start, newText: '# a note\n' };
  },
  (random, text) => {
    const { start } = line(random, text);
    return { start, end: start, newText: '    ' };
  },
  // A name becomes another one of the text.
  (random, text) => {
    const names = [...text.matchAll(/\b[A-Za-z_]\w*/g)];
    if (names.length === 0) return { start: 0, end: 0, newText: 'x' };
    const old = random.of(names);
    return { start: old.index, end: old.index + old[0].length, newText: random.of(names)[0] };
  },
];

export function randomEdit(random: Random, text: string): Edit {
  return random.of(KINDS)(random, text);
}

function place(random: Random, text: string, pattern: RegExp): number {
  const found = [...text.matchAll(pattern)];
  return found.length === 0 ? text.length : random.of(found).index;
}

/** A whole line with its end. */
function line(random: Random, text: string): { start: number; end: number } {
  const at = random.below(text.length + 1);
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return { start, end: end === -1 ? text.length : end + 1 };
}
