/** A rule's page in `docs/rules/`. */
import type { Rule } from './rule';

export function pageText({ code, level, title, page }: Rule): string {
  const blocks = [
    `# ${title}`,
    `\`${code}\` · ${level}`,
    `## What it says\n\n${page.what}`,
    `## Why\n\n${page.why}`,
    `## What to do\n\n${page.next}`,
    `## Example\n\n${python(page.wrong)}`,
  ];
  if (page.right !== undefined) blocks.push(`Mended:\n\n${python(page.right)}`);
  blocks.push(
    `The setting \`kerasShapes.diagnostics.levels\` makes it louder, quieter or silent: \`{ "${code}": "off" }\`.`,
  );
  return `${blocks.join('\n\n')}\n`;
}

function python(text: string): string {
  return `\`\`\`python\n${text}\n\`\`\``;
}

/** The list of all rules. */
export function indexText(rules: readonly Rule[]): string {
  const rows = rules.map(({ code, level, title }) => `| [\`${code}\`](${code}.md) | ${level} | ${title} |`);
  return [
    '# Rules',
    '',
    'Made from `server/src/rules` by `npm run generate`.',
    '',
    '| rule | level | about |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
