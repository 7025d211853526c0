/** `re.RegexFlag`: ints with names. */
import type { Context } from '../../../values/context';
import { InstanceValue, int, NOT_IMPLEMENTED, str, type Value } from '../../../values/value';
import { Boxed, plain } from '../../builtins/boxed';
import { builtinClass, builtinIdentity, computed, named, native } from '../../builtins/define';
import { builtinClass as builtinClassNamed } from '../../builtins/registry';

/** Bits by name, in the order in which CPython declares them: that of their texts. */
export const BITS = {
  ASCII: 256,
  IGNORECASE: 2,
  LOCALE: 4,
  UNICODE: 32,
  MULTILINE: 8,
  DOTALL: 16,
  VERBOSE: 64,
} as const;

/** Short names that are not the first letters. */
export const LETTERS: Readonly<Record<string, string>> = { DOTALL: 'S', VERBOSE: 'X' };

const ALL = Object.values(BITS).reduce((all, bit) => all | bit, 0);

function bitsOf(value: Value): number | null {
  const inner = plain(value);
  return inner.kind === 'int' && typeof inner.value === 'number' ? inner.value : null;
}

function nameOf(bits: number): string {
  return Object.entries(BITS)
    .filter(([, bit]) => (bits & bit) !== 0)
    .map(([name]) => name)
    .join('|');
}

function textOf(bits: number): string {
  if (bits === 0) return 're.NOFLAG';
  return nameOf(bits)
    .split('|')
    .map((name) => `re.${name}`)
    .join('|');
}

const OPERATORS: readonly (readonly [string, (a: number, b: number) => number])[] = [
  ['or', (a, b) => a | b],
  ['and', (a, b) => a & b],
  ['xor', (a, b) => a ^ b],
];

const text = (name: string) => native(`${name}(self, /)`, (_context, self: Value) => str(textOf(bitsOf(self) ?? 0)));

export const flagClass = builtinClass(
  'RegexFlag',
  [builtinClassNamed('int')],
  [
    ...named(
      native('__new__(cls, value, /)', (context, _cls: Value, value: Value): Value => {
        const bits = bitsOf(value);
        return bits === null ? context.unknown('flags of such a value are not followed') : flag(bits);
      }),
      text('__repr__'),
      text('__str__'),
      ...OPERATORS.flatMap(([name, act]) =>
        [`__${name}__`, `__r${name}__`].map((method) =>
          native(`${method}(self, value, /)`, (_context: Context, self: Value, other: Value): Value => {
            const [a, b] = [bitsOf(self), bitsOf(other)];
            return a === null || b === null ? NOT_IMPLEMENTED : flag(act(a, b));
          }),
        ),
      ),
      native('__invert__(self, /)', (_context, self: Value) => flag(ALL & ~(bitsOf(self) ?? 0))),
    ),
    ['name', computed((_context, self) => str(nameOf(bitsOf(self) ?? 0)))],
    ['value', computed((_context, self) => int(bitsOf(self) ?? 0))],
  ],
  { module: 're' },
);

const made = new Map<number, InstanceValue>();

/** The one object for these bits. */
export function flag(bits: number): InstanceValue {
  let found = made.get(bits);
  if (!found) {
    found = new InstanceValue(builtinIdentity(), flagClass, new Boxed(int(bits)));
    made.set(bits, found);
  }
  return found;
}
