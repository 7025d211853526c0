// Writes what is made from the sources: the manifest's settings, the pages of the rules in docs/rules, and those of
// all layers and ops. Tests hold them to what they are made from.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { copyWasm, nodeBundle, root } from './bundle.mjs';

const out = join(root, 'dist-test');
const bundle = join(out, 'generate.cjs');
copyWasm(out);
await build({
  ...nodeBundle,
  stdin: {
    contents: `
      export { SETTINGS, SETTING_PREFIX } from './server/src/features/settings';
      export { RULES } from './server/src/rules';
      export { indexText, pageText } from './server/src/rules/page';
      export { layersPage } from './scripts/pages/layers';
      export { opsPage } from './scripts/pages/ops';`,
    resolveDir: root,
  },
  outfile: bundle,
});
const { SETTINGS, SETTING_PREFIX, RULES, indexText, pageText, layersPage, opsPage } = createRequire(import.meta.url)(
  bundle,
);
rmSync(bundle);

const manifestPath = join(root, 'package.json');
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
const properties = Object.fromEntries(
  Object.entries(SETTINGS).map(([key, { description, ...schema }]) => [
    `${SETTING_PREFIX}.${key}`,
    { ...schema, markdownDescription: description },
  ]),
);
manifest.contributes.configuration = { title: 'Keras Shapes', properties };
writeFileSync(manifestPath, `${JSON.stringify(manifest, null, 2)}\n`);

const pages = join(root, 'docs', 'rules');
mkdirSync(pages, { recursive: true });
for (const file of readdirSync(pages)) rmSync(join(pages, file));
for (const rule of RULES) writeFileSync(join(pages, `${rule.code}.md`), pageText(rule));
writeFileSync(join(pages, 'README.md'), indexText(RULES));
writeFileSync(join(root, 'docs', 'layers.md'), await layersPage());
writeFileSync(join(root, 'docs', 'ops.md'), await opsPage());
console.log(`${Object.keys(properties).length} settings, ${RULES.length} rules`);
