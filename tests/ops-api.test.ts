/** Holds the ops against the public API of real Keras: every function of `keras.ops`, its arguments, order and defaults. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { signatureOfOp } from '../server/src/catalogue/ops/call-op';
import { opNamed, ops } from '../server/src/catalogue/ops/index';
import { kerasOp } from '../server/src/catalogue/ops/names';
import { OP_SHAPE_RULES } from '../server/src/catalogue/ops/shape-rules';
import { defaultText } from '../server/src/features/signature-text';

/** Name, `repr` of the default or null, and kind: positional, keyword-only, `*` or `**`. */
type ApiParameter = readonly [string, string | null, 'p' | 'k' | '*' | '**'];

interface ApiFunction {
  readonly kind: string;
  readonly aliases?: readonly string[];
  readonly parameters: readonly ApiParameter[];
}

const MARKS = {
  positional: 'p',
  'positional-only': 'p',
  'keyword-only': 'k',
  'var-positional': '*',
  'var-keyword': '**',
};
const api = JSON.parse(readFileSync('test-fixtures/api/keras-3.15.json', 'utf8')) as {
  readonly names: Readonly<Record<string, ApiFunction>>;
};
const functions = Object.entries(api.names).filter(
  ([path, { kind }]) => kind === 'function' && /^keras\.(ops|random)\./.test(path),
);

test('every function of keras.ops and keras.random has a rule, and its signature', () => {
  assert.ok(functions.length > 350, `${functions.length} functions`);
  const faults: string[] = [];
  for (const [path, { parameters }] of functions) {
    const definition = opNamed(path.replace(/^keras\.ops\./, '').replace(/^keras\./, ''));
    if (!definition) {
      faults.push(`${path} is not declared`);
      continue;
    }
    const ours = signatureOfOp(definition).parameters.map(({ name, kind, default: value }) =>
      [name, value && defaultText(value), MARKS[kind]].join(' '),
    );
    const theirs = parameters.map(([name, value, kind]) => [name, value, kind].join(' '));
    if (ours.join(', ') !== theirs.join(', ')) faults.push(`${path}\n  ours: ${ours}\n  Keras: ${theirs}`);
  }
  assert.deepEqual(faults, []);
});

test('each is found under all its names', () => {
  const lost = functions
    .flatMap(([path, { aliases = [] }]) => [path, ...aliases])
    .filter((path) => /^keras\.(ops|random)\./.test(path) && !kerasOp(path));
  assert.deepEqual(lost, []);
});

test('the page of ops lists each op once, under the rule that it follows', () => {
  const listed = OP_SHAPE_RULES.flatMap(({ ops: names }) => Object.keys(names));
  assert.equal(new Set(listed).size, listed.length);
  assert.deepEqual(new Set(listed.map(opNamed)), new Set(ops));
});
