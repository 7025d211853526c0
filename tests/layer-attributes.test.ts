/** Whatever attribute an instance of a layer has in Keras, ours does not deny (scripts/keras/record-attributes.py). */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { exampleHead } from '../scripts/pages/examples';
import { createService } from '../server/src/node/service';

for (const [generation, programs] of [
  ['keras3', ['page_layers.py']],
  ['keras2', ['page_layers.py', 'page_layers_keras2.py']],
] as const) {
  const recorded = readFileSync(`test-fixtures/api/layer-attributes-${generation}.json`, 'utf8');
  const { '*': common = [], ...own } = JSON.parse(recorded) as Record<string, string[]>;
  const examples = programs.flatMap((name) => readFileSync(`test-fixtures/vectors/${name}`, 'utf8').split('\n'));

  test(`attributes of layers: ${generation}`, async () => {
    const lines = [exampleHead(generation)];
    let count = 0;
    for (const [layer, names] of Object.entries(own)) {
      // `Conv2D(8, 3)` and `Input((28, 28, 1))` of `x = Conv2D(8, 3)(Input((28, 28, 1)))`.
      const parts = new RegExp(`^x = ((?:\\w+\\.)*${layer}\\(.*?\\))\\(([[(]?Input.*)\\)$`);
      const found = examples.flatMap((line) => [parts.exec(line) ?? []]).find(([whole]) => whole !== undefined);
      if (!found) continue;
      count++;
      lines.push(`layer = ${found[1]}`, `layer(${found[2]})`);
      for (const name of count === 1 ? [...common, ...names] : names) {
        lines.push('def denied():', `    try: layer.${name}`, '    except AttributeError: return True');
        lines.push(`denied_${layer}_${name} = denied()`);
      }
    }
    assert.ok(count > 90, `${count} layers`);
    const service = await createService({ extraPaths: [] });
    const { analysis } = service.analyse('file:///attributes.py', `${lines.join('\n')}\n`);
    const answers = [...analysis.trace.values()].filter(([name]) => name.startsWith('denied_'));
    assert.ok(answers.length > 500, `${answers.length} attributes`);
    const denied = answers.flatMap(([name, value]) => (value.kind === 'bool' && value.value ? name : []));
    assert.deepEqual(denied, []);
  });
}
