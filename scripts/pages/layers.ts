/** The page of all layers, `docs/layers.md`, made from the catalogue. */
import { inGeneration, type LayerDefinition } from '../../server/src/catalogue/define-layer';
import { LAYER_FAMILIES } from '../../server/src/catalogue/keras/layers';
import { signatureOf } from '../../server/src/catalogue/layer-call';
import { signatureText } from '../../server/src/features/signature-text';
import { type Results, runExamples } from './examples';

export async function layersPage(): Promise<string> {
  const results = {
    keras3: await runExamples(examplesOf('keras3'), 'keras3'),
    keras2: await runExamples(examplesOf('keras2'), 'keras2'),
  };
  const families = LAYER_FAMILIES.map(({ title, layers }) => ({ title, layers: [...layers].sort(byName) }));
  const lines = [
    '# Layers',
    '',
    'Made from `server/src/catalogue/keras/layers` by `npm run generate`. Every example was run by Keras Shapes, and',
    'what it gives is what the editor shows.',
    '',
    '`⌈x⌉` rounds up, `⌊x⌋` down. Shapes begin with the batch, sizes are given for `channels_last`; with',
    '`data_format="channels_first"` the channels stand behind the batch, and the rules stay. A size that Keras does not',
    'know (`None`) stays None through every rule.',
    '',
    ...families.map(
      ({ title, layers }) => `- [${title}](#${title.toLowerCase().replace(' ', '-')}): ${layers.map(link).join(', ')}`,
    ),
  ];
  for (const { title, layers } of families) {
    lines.push('', `## ${title}`);
    for (const layer of layers)
      lines.push('', ...entry(layer, layer.onlyIn === 'keras2' ? results.keras2 : results.keras3));
  }
  return `${lines.join('\n')}\n`;
}

/** The examples of the layers that a page shows in a generation: Keras 2 for those that it alone has. */
export function examplesOf(generation: 'keras2' | 'keras3'): string[] {
  const layers = LAYER_FAMILIES.flatMap(({ layers }) => layers);
  return layers
    .filter(({ onlyIn }) => (onlyIn === 'keras2') === (generation === 'keras2'))
    .flatMap(({ rule }) => rule.example ?? []);
}

function entry(layer: LayerDefinition, results: Results): string[] {
  const { name, aliases = [], summary, docs, rule, onlyIn } = layer;
  const own = inGeneration(layer, onlyIn === 'keras2' ? 'keras2' : 'keras3');
  const lines = [`### ${name}`, '', '```python', `${name}(${signatureText(signatureOf(own))})`, '```', '', summary];
  lines.push('', `**Shape.** ${rule.words}`);
  if (rule.formula) lines.push('', `\`${rule.formula}\``);
  if (rule.example) lines.push('', `For example, \`${rule.example}\` gives \`${results.get(rule.example)}\`.`);
  const notes = [
    ...(aliases.length > 0 ? [`Also \`${aliases.join('`, `')}\`.`] : []),
    ...(onlyIn === 'keras3' ? ['Keras 3 only.'] : []),
    ...(onlyIn === 'keras2' ? ['Keras 1 and 2 only.'] : []),
    `[Keras’ page](https://keras.io/${docs}).`,
    `Read from \`${rule.readFrom}\`.`,
  ];
  return [...lines, '', notes.join(' ')];
}

function link({ name }: LayerDefinition): string {
  return `[${name}](#${name.toLowerCase()})`;
}

function byName(a: LayerDefinition, b: LayerDefinition): number {
  return a.name < b.name ? -1 : 1;
}
