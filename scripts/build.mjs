// Bundles the client, the server and the command line into dist/.
//   node scripts/build.mjs            minified, no source maps: what is packaged
//   node scripts/build.mjs --debug    readable, with source maps

import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { copyWasm, nodeBundle, pageBundle, root } from './bundle.mjs';

const debug = process.argv.includes('--debug');
const dist = join(root, 'dist');

const bundles = [
  { entry: 'client/src/node/extension.ts', out: 'client.js', external: ['vscode'] },
  { entry: 'server/src/node/main.ts', out: 'server.js', cached: true },
  { entry: 'server/src/cli/main.ts', out: 'cli.js', cached: true, banner: { js: '#!/usr/bin/env node' } },
];

rmSync(dist, { recursive: true, force: true });
copyWasm(dist);
const packages = new Set(['web-tree-sitter', 'tree-sitter-python']);
for (const { entry, out, cached, ...options } of bundles) {
  if (!existsSync(join(root, entry))) {
    console.warn(`build: ${entry} does not exist yet, so dist/${out} is left out`);
    continue;
  }
  const { metafile } = await build({
    ...nodeBundle,
    entryPoints: [entry],
    outfile: join(dist, cached && !debug ? out.replace('.js', '.main.js') : out),
    minify: !debug,
    sourcemap: debug,
    metafile: true,
    ...(cached ? { charset: 'ascii' } : {}),
    ...options,
  });
  for (const input of Object.keys(metafile.inputs)) {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (name !== undefined) packages.add(name);
  }
  if (cached && !debug) await buildLoader(out, options);
}
const page = { minify: !debug, sourcemap: debug };
await build({
  ...pageBundle,
  ...page,
  entryPoints: ['client/src/webview/page.ts'],
  outfile: join(dist, 'page.js'),
  loader: { '.css': 'text' },
});
await build({ ...pageBundle, ...page, entryPoints: ['client/src/webview/page.css'], outfile: join(dist, 'page.css') });
packages.add('@dagrejs/dagre').add('@dagrejs/graphlib');
if (existsSync(join(dist, 'cli.js'))) chmodSync(join(dist, 'cli.js'), 0o755);
writeFileSync(
  join(dist, 'third-party-licenses.txt'),
  [...packages]
    .sort()
    .map(license)
    .join(`\n${'-'.repeat(80)}\n\n`),
);

/** `out` starts `*.main.js` from V8's code cache: see server/src/node/loader.ts. */
async function buildLoader(out, options) {
  const file = join(dist, out.replace('.js', '.main.js'));
  // V8 reads and keeps a text with one character beyond ASCII at twice the size. Those that esbuild leaves are in regular
  // expressions.
  const body = readFileSync(file, 'utf8')
    .replace(/^#!.*/, '')
    .replace(/[^\0-\x7f]/g, escaped);
  const main = `(function (exports, require, module, __filename, __dirname) {${body}\n})`;
  writeFileSync(file, main);
  const digest = createHash('sha256').update(main).digest('hex').slice(0, 16);
  await build({
    ...nodeBundle,
    entryPoints: ['server/src/node/loader.ts'],
    outfile: join(dist, out),
    minify: true,
    define: { BUNDLE: JSON.stringify(out.replace('.js', '')), DIGEST: JSON.stringify(digest) },
    ...options,
  });
}

function escaped(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Name, version and license text of a bundled package, as its license asks of everyone who passes it on. */
function license(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((file) => /^licen[sc]e/i.test(file));
  const text = file === undefined ? `${license}\n` : readFileSync(join(folder, file), 'utf8');
  return `${name} ${version}\n\n${text}`;
}
