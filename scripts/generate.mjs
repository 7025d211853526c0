// Writes what is made from the sources: the manifest's settings and their texts, the pages of the rules in docs/rules, and those of
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
      export { settingsManifest } from './server/src/features/settings-manifest';
      export { RULES } from './server/src/rules';
      export { indexText, pageText } from './server/src/rules/page';
      export { layersPage } from './scripts/pages/layers';
      export { opsPage } from './scripts/pages/ops';`,
    resolveDir: root,
  },
  outfile: bundle,
});
const { settingsManifest, RULES, indexText, pageText, layersPage, opsPage } = createRequire(import.meta.url)(bundle);
rmSync(bundle);

const manifestPath = join(root, 'package.json');
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
const { configuration, texts } = settingsManifest(RULES);
manifest.contributes.configuration = configuration;
writeFileSync(manifestPath, `${JSON.stringify(manifest, null, 2)}\n`);

// The texts of settings and rules come from the sources; those of commands and the walkthrough are written here by hand.
const textsPath = join(root, 'package.nls.json');
const known = JSON.parse(readFileSync(textsPath, 'utf8'));
const written = Object.fromEntries(Object.entries(known).filter(([key]) => !/^(?:setting|rule)\./.test(key)));
writeFileSync(textsPath, `${JSON.stringify({ ...written, ...texts }, null, 2)}\n`);

const pages = join(root, 'docs', 'rules');
mkdirSync(pages, { recursive: true });
for (const file of readdirSync(pages)) rmSync(join(pages, file));
for (const rule of RULES) writeFileSync(join(pages, `${rule.code}.md`), pageText(rule));
writeFileSync(join(pages, 'README.md'), indexText(RULES));
writeFileSync(join(root, 'docs', 'layers.md'), await layersPage());
writeFileSync(join(root, 'docs', 'ops.md'), await opsPage());
console.log(`${Object.keys(configuration.properties).length} settings, ${RULES.length} rules`);
