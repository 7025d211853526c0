// Builds the extension and packs it into keras-shapes-VERSION.vsix, then opens the package again and refuses anything
// that does not belong there: the command line (the server's code once more), native code, source maps, sources, tests, or
// more than 2 MB.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { createVSIX } from '@vscode/vsce';
import { root } from './bundle.mjs';

const sizeLimit = 2 * 1024 * 1024;

const expected = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^extension\/dist\/(client|server|page)\.js$/,
  /^extension\/dist\/page\.css$/,
  /^extension\/dist\/server\.main\.js$/,
  /^extension\/dist\/tree-sitter(-python)?\.wasm$/,
  /^extension\/dist\/third-party-licenses\.txt$/,
  /^extension\/(package\.nls|l10n\/bundle\.l10n)(\.zh-cn)?\.json$/,
  /^extension\/docs\/walkthrough\/[\w-]+\.webp$/,
  /^extension\/docs\/rules\/[\w-]+\.md$/,
  /^extension\/syntaxes\/[\w-]+\.tmLanguage\.json$/,
];

const { name, version, contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const pictures = contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.image));
const packagePath = join(root, `${name}-${version}.vsix`);

execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
await createVSIX({
  cwd: root,
  packagePath,
  // Everything is bundled, so node_modules stays out.
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});

const archive = readFileSync(packagePath);
const files = zipEntries(archive);
const problems = [
  ...files
    .filter(({ name }) => !expected.some((pattern) => pattern.test(name)))
    .map(({ name }) => `${name} does not belong there`),
  ...expected
    .filter((pattern) => !files.some(({ name }) => pattern.test(name)))
    .map((pattern) => `nothing matches ${pattern}`),
  ...files
    .filter(({ name, text }) => name.endsWith('.js') && text().includes('sourceMappingURL='))
    .map(({ name }) => `${name} has a source map`),
  ...pictures
    .filter((picture) => !files.some(({ name }) => name === `extension/${picture}`))
    .map((picture) => `${picture} is missing`),
  ...(archive.length > sizeLimit ? [`${archive.length} bytes are more than ${sizeLimit}`] : []),
];
for (const problem of problems) console.error(`package: ${problem}`);
if (problems.length > 0) process.exit(1);
console.log(`${packagePath}: ${files.length} files, ${Math.round(archive.length / 1024)} KB`);

/** The files of a zip archive, from its central directory. */
function zipEntries(bytes) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const count = bytes.readUInt16LE(end + 10);
  const entries = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    const [method, packedSize] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      text() {
        const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
        const packed = bytes.subarray(start, start + packedSize);
        return (method === 0 ? packed : inflateRawSync(packed)).toString('utf8');
      },
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}
