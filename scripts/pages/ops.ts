/** The page of all ops, `docs/ops.md`: the rules of shapes, and who follows each. */
import { signatureOfOp } from '../../server/src/catalogue/ops/call-op';
import type { OpDefinition } from '../../server/src/catalogue/ops/define-op';
import { opNamed } from '../../server/src/catalogue/ops/index';
import { OP_SHAPE_RULES, type OpShapeRule } from '../../server/src/catalogue/ops/shape-rules';
import { signatureText } from '../../server/src/features/signature-text';
import { type Results, runExamples } from './examples';

/** Where Keras declares the operations of a module, below `keras/src`. */
const FILES: Readonly<Record<OpDefinition['module'], string>> = {
  core: 'ops',
  numpy: 'ops/numpy.py',
  nn: 'ops/nn.py',
  linalg: 'ops/linalg.py',
  image: 'ops/image.py',
  random: 'random/random.py',
  losses: 'losses/losses.py',
  activations: 'activations/activations.py',
};

export async function opsPage(): Promise<string> {
  const results = await runExamples(opExamples(), 'keras3');
  const lines = [
    '# Ops',
    '',
    'Made from `server/src/catalogue/ops` by `npm run generate`. Every example was run by Keras Shapes, and what it gives is',
    'what the editor shows.',
    '',
    'The ops of `keras.ops`, `keras.random`, `keras.losses` and `keras.activations` by the rule that their shapes follow.',
    'TensorFlow’s functions (`tf.concat`), those of `keras.backend` (`K.concatenate`), numpy’s (`np.concatenate`) and the',
    'layers (`Concatenate`) use the same rules where they do the same.',
    '',
    ...OP_SHAPE_RULES.map(({ title, ops }) => `- [${title}](#${anchor(title)}): ${Object.keys(ops).length}`),
  ];
  for (const rule of OP_SHAPE_RULES) lines.push('', ...section(rule, results));
  return `${lines.join('\n')}\n`;
}

export function opExamples(): string[] {
  return OP_SHAPE_RULES.flatMap(({ ops }) => Object.values(ops).flatMap((example) => example ?? []));
}

function section({ title, words, formula, ops }: OpShapeRule, results: Results): string[] {
  const rows = Object.entries(ops).map(([name, example]) => {
    const op = opNamed(name);
    if (!op) throw new Error(`there is no op ${name}`);
    const gives = example === null ? ['', ''] : [code(example), code(results.get(example) ?? '')];
    const signature = `${publicName(name, op)}(${signatureText(signatureOfOp(op))})`;
    return `| ${[code(signature), op.summary, ...gives, code(readFrom(name, op))].join(' | ')} |`;
  });
  return [
    `## ${title}`,
    '',
    words,
    '',
    code(formula),
    '',
    '| op | what it gives | example | its shape | read from |',
    '|---|---|---|---|---|',
    ...rows,
  ];
}

/** `keras.ops` is left out. */
function publicName(name: string, { module }: OpDefinition): string {
  return module === 'losses' || module === 'activations' || module === 'random' ? `keras.${name}` : name;
}

function readFrom(name: string, { module, operation }: OpDefinition): string {
  const own = name.slice(name.lastIndexOf('.') + 1);
  const symbol = operation && module !== 'losses' && module !== 'activations' ? operation : own;
  return `${FILES[module]}: ${symbol}`;
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
