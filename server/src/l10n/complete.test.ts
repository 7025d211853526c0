/** Everything that the sources say to a person has its Chinese. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type AnyNode, parse } from 'acorn';
import { buildSync } from 'esbuild';
import { LAYER_FAMILIES } from '../catalogue/keras/layers';
import { parameterWords } from '../catalogue/keras/parameter-words';
import { RULES } from '../rules';
import { hasWords, type Translate, translatorFor, unchanged } from './translate';

/** Functions whose texts a person reads. Exceptions of Python keep Python's words. */
const SAYING =
  /(?:^|\.)(?:refuse\w*|failure|fail|fault|clash|keeping|problem|unknown|because|reason|unfollowed|nothing|found)\d*$/;
/** Properties that do. */
const SAID = new Set(['what', 'why', 'next', 'title', 'message', 'problem', 'meaning', 'text', 'notes']);
/** Read in documents and settings, in English. */
const READ = new Set(RULES.flatMap(({ title, page }) => [title, ...Object.values(page)]).map(withoutStop));
/** Texts that look alike and are none: headings of documents, the words of Keras' summaries and of Python's exceptions. */
const ELSEWHERE =
  /^(?:catalogue\/ops\/shape-rules|catalogue\/numpy\/elementwise|features\/settings-manifest|graph\/summary-rich|interpreter\/stdlib\/json|values\/arguments|l10n\/.*|cli\/.*)\.ts$/;

interface Text {
  readonly path: string;
  /** With `X` where values are filled in. */
  readonly text: string;
}

describe('Chinese is complete', () => {
  let say: Translate = unchanged;

  before(async () => {
    say = await translatorFor('zh-cn');
  });

  test('for what is refused, not known or found wrong, and for what fixes and lenses say', () => {
    const texts = sources().flatMap(textsIn);
    assert.ok(texts.length > 1000);
    const missing = texts.filter(({ text }) => isSentence(text) && !READ.has(withoutStop(text)) && hasWords(say(text)));
    assert.deepEqual(
      missing.map(({ path, text }) => `${path}: ${text}`),
      [],
    );
  });

  test('for what layers do, the rules of their shapes, and their arguments', () => {
    const layers = LAYER_FAMILIES.flatMap((family) => family.layers);
    const texts = layers.flatMap(({ name, summary, rule, params }) => [
      summary,
      rule.words,
      ...Object.keys(params).flatMap((param) => parameterWords(name, param) ?? []),
    ]);
    assert.ok(texts.length > 500);
    assert.deepEqual([...new Set(texts.filter((text) => hasWords(say(text))))], []);
  });
});

interface Source {
  readonly path: string;
  readonly code: string;
}

/** The server's sources without types and comments. */
function sources(): Source[] {
  const bundle = buildSync({
    entryPoints: ['server/src/node/main.ts'],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    loader: { '.py': 'text' },
    legalComments: 'none',
  });
  const [first] = bundle.outputFiles;
  const parts = (first?.text ?? '').split(/^\/\/ (server\/src\/.*)$/m);
  return parts.flatMap((path, i) => {
    const name = path.slice('server/src/'.length);
    return i % 2 === 1 && !ELSEWHERE.test(name) ? [{ path: name, code: parts[i + 1] ?? '' }] : [];
  });
}

function isSentence(text: string): boolean {
  return /[a-z]{2,}`?[,;:]? [a-z`{"(]/i.test(text);
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

function textsIn({ path, code }: Source): Text[] {
  const found: Text[] = [];
  const walk = (node: AnyNode, says: boolean): void => {
    const text = textOf(node);
    if (text !== null && says) found.push({ path, text });
    for (const [key, child] of Object.entries(node)) {
      for (const one of Array.isArray(child) ? child : [child]) {
        if (isNode(one)) walk(one, saysIn(node, key, code) ?? says);
      }
    }
  };
  walk(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), false);
  return found;
}

/** Whether texts under a part of a node are said; null where the part does not decide it. */
function saysIn(node: AnyNode, key: string, code: string): boolean | null {
  if (node.type === 'CallExpression')
    return key === 'arguments' && SAYING.test(code.slice(node.callee.start, node.callee.end));
  if (node.type === 'Property' && key === 'value' && node.key.type === 'Identifier') return SAID.has(node.key.name);
  if (node.type === 'BinaryExpression' && /^[=!]=/.test(node.operator)) return false;
  return node.type === 'FunctionDeclaration' || node.type === 'ArrowFunctionExpression' ? false : null;
}

function textOf(node: AnyNode): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return null;
  return node.quasis.map(({ value }) => value.cooked ?? '').join('X');
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as AnyNode).type === 'string';
}
