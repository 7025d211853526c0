/** Drawings as files: an SVG that needs nothing but itself, or the same as a PNG. */
import type { Rectangle } from './layout';
import type { Scene } from './scene';
import sceneStyle from './scene.css';
import type { SizeRow } from './sizes';
import { largest } from './sizes';
import type { Strings } from './strings';
import { svg } from './svg';

const MARGIN = 24;

/** Browsers draw no larger picture. */
const MOST_PIXELS = 16_000;

/** The graph as a file's text. */
export function graphFile(content: SVGGElement, { width, height }: Scene): string {
  return svgFile(content, { x: 0, y: 0, width, height });
}

/** The chart of sizes as a file's text; `text` writes a number. */
export function sizesFile(rows: readonly SizeRow[], strings: Strings, text: (number: number | null) => string): string {
  const content = svg('g');
  const columns = { name: 0, output: 280, activations: 480, weights: 760 };
  const line = (i: number) => 20 + i * 22;
  const head = (x: number, title: string) => svg('text', { class: 'title', x, y: line(0) }, title);
  content.append(head(columns.name, strings.layer), head(columns.output, strings.output));
  content.append(head(columns.activations, strings.activations), head(columns.weights, strings.weights));
  for (const [i, row] of rows.entries()) {
    const y = line(i + 1);
    content.append(svg('text', { x: columns.name, y }, row.node.class));
    const name = [...row.path, row.node.name ?? ''].join(' › ');
    content.append(svg('text', { class: 'side', x: columns.name + 140, y }, name));
    content.append(svg('text', { class: 'detail', x: columns.output, y }, row.node.outputs.join(', ')));
    for (const column of ['activations', 'weights'] as const) {
      const most = largest(rows, column);
      const part = most > 0 ? ((row[column] ?? 0) / most) * 160 : 0;
      const family = column === 'activations' ? 'convolution' : 'core';
      const bar = svg('rect', { class: 'bar', x: columns[column], y: y - 10, width: part, height: 11 });
      content.append(svg('g', { class: family }, bar));
      content.append(svg('text', { class: 'side', x: columns[column] + 168, y }, text(row[column])));
    }
  }
  return svgFile(content, { x: 0, y: 0, width: 1020, height: line(rows.length + 1) });
}

function svgFile(content: SVGGElement, { x, y, width, height }: Rectangle): string {
  const root = svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: Math.ceil(width + 2 * MARGIN),
      height: Math.ceil(height + 2 * MARGIN),
      viewBox: `${x - MARGIN} ${y - MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`,
    },
    svg('style', {}, resolvedStyle()),
    svg('rect', { x: x - MARGIN, y: y - MARGIN, width: '100%', height: '100%', fill: variable('--ks-background') }),
    content,
  );
  for (const element of content.querySelectorAll('[tabindex]')) element.removeAttribute('tabindex');
  for (const ring of content.querySelectorAll('.ring')) ring.remove();
  return new XMLSerializer().serializeToString(root);
}

/** The drawing's style with the theme's colours and fonts as they are now: programs that draw SVG know no variables. */
function resolvedStyle(): string {
  return sceneStyle.replace(/var\((--ks-[\w-]+)\)/g, (_, name: string) => variable(name));
}

function variable(name: string): string {
  const value = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  if (!value.includes('color-mix')) return value;
  // A mixed colour becomes a plain one where it is used.
  const probe = document.createElement('span');
  probe.style.color = value;
  document.body.append(probe);
  const color = getComputedStyle(probe).color;
  probe.remove();
  const parts = /^color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+))?\)$/.exec(color);
  if (!parts) return color;
  const [red, green, blue] = parts.slice(1, 4).map((part) => Math.round(Number(part) * 255));
  return `rgba(${red}, ${green}, ${blue}, ${parts[4] ?? 1})`;
}

/** Base64 of a PNG of an SVG's text, twice as fine as the screen where that is not too large. */
export async function pngOf(text: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const scale = Math.min(2, MOST_PIXELS / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
