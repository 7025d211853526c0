/** The drawing of a graph: how large each box is, and the elements of boxes and arrows. */
import type { Graph, GraphNode } from '../../../server/src/features/graph';
import type { Location } from '../../../server/src/protocol/messages';
import type { Layout, LayoutInput, Point, Rectangle } from './layout';
import { count, short } from './numbers';
import { fill, type Strings } from './strings';
import { cutText, svg, textWidth } from './svg';

export type PageGraph = Graph<Location>;
export type PageNode = GraphNode<Location>;

/** A box of the drawing, with where it is. */
export interface PlacedNode {
  readonly node: PageNode;
  /** Without the label below. */
  readonly box: Rectangle;
  readonly level: number;
  readonly unfolded: boolean;
  /** Names of what feeds it. */
  readonly sources: readonly string[];
}

export interface PlacedEdge {
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
  readonly isWrong: boolean;
}

export interface Scene {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
}

/** Fonts as `canvas` measures them; they are those of scene.css. */
export interface Fonts {
  readonly title: string;
  readonly side: string;
  readonly detail: string;
}

const LABEL_HEIGHT = 20;
const HEADER = 34;
const PADDING = 14;
const [NARROWEST, WIDEST] = [140, 280];

/** What the layout needs to know: sizes, with the models of `unfolded` opened. */
export function layoutInput(graph: PageGraph, unfolded: ReadonlySet<string>, fonts: Fonts): LayoutInput {
  return {
    nodes: graph.nodes.map((node) => {
      const { width, height } = boxSize(node, fonts);
      const label = textWidth(labelOf(node), fonts.detail);
      return {
        id: node.id,
        width: roundUp(Math.max(width, 2 * (label + 12))),
        height: height + LABEL_HEIGHT,
        ...(node.inner && unfolded.has(node.id) ? { inner: layoutInput(node.inner, unfolded, fonts) } : {}),
      };
    }),
    edges: graph.edges.map(({ from, to }) => ({ from, to })),
    padding: PADDING,
    header: HEADER,
    footer: LABEL_HEIGHT,
  };
}

/** Equal blocks are laid out once, so sizes that differ by a letter are made equal. */
function roundUp(width: number): number {
  return Math.ceil(width / 10) * 10;
}

function boxSize(node: PageNode, fonts: Fonts): { width: number; height: number } {
  const signs = (node.inner ? 20 : 0) + (node.problems.length > 0 ? 22 : 0);
  const side = sideText(node);
  const title = textWidth(node.class, fonts.title) + (side ? textWidth(side, fonts.side) + 18 : 0);
  const detail = textWidth(detailText(node), fonts.detail);
  const width = Math.max(NARROWEST, Math.min(WIDEST, Math.max(title + signs, detail) + 28));
  return { width: roundUp(width), height: detailText(node) ? 44 : 30 };
}

function sideText({ parameters, shared }: PageNode): string {
  return parameters && !shared ? short(parameters) : '';
}

function detailText(node: PageNode): string {
  return (node.kind === 'model' ? node.name : node.arguments) || node.name || '';
}

/** The shapes that a box gives, as its arrows carry them. */
export function labelOf({ outputs }: PageNode): string {
  const shown = outputs.slice(0, 2).join('  ');
  return outputs.length > 2 ? `${shown} +${outputs.length - 2}` : shown;
}

/** Puts a laid out graph together. */
export function sceneOf(graph: PageGraph, layout: Layout, unfolded: ReadonlySet<string>, fonts: Fonts): Scene {
  const nodes: PlacedNode[] = [];
  const byId = new Map<string, PlacedNode>();
  const enter = (part: PageGraph, level: number): void => {
    const names = new Map(part.nodes.map((node) => [node.id, node.name ?? node.class]));
    const sources = new Map<string, string[]>();
    for (const { from, to } of part.edges) {
      const name = names.get(from);
      if (name !== undefined) sources.set(to, [...(sources.get(to) ?? []), name]);
    }
    for (const node of part.nodes) {
      const area = layout.boxes[node.id];
      if (!area) continue;
      const isOpen = node.inner !== null && unfolded.has(node.id);
      const size = isOpen ? { width: area.width, height: area.height - LABEL_HEIGHT } : boxSize(node, fonts);
      const box = { x: area.x + (area.width - size.width) / 2, y: area.y, ...size };
      const placed = { node, box, level, unfolded: isOpen, sources: sources.get(node.id) ?? [] };
      nodes.push(placed);
      byId.set(node.id, placed);
      if (isOpen && node.inner) enter(node.inner, level + 1);
    }
  };
  enter(graph, 1);
  const edges = layout.edges.flatMap(({ from, to, via }): PlacedEdge[] => {
    const [a, b] = [byId.get(from), byId.get(to)];
    if (!a || !b) return [];
    const start = { x: a.box.x + a.box.width / 2, y: a.box.y + a.box.height };
    const end = { x: b.box.x + b.box.width / 2, y: b.box.y };
    // Straight past the label first.
    const below = { x: start.x, y: start.y + (via.length > 0 || Math.abs(end.x - start.x) > 1 ? LABEL_HEIGHT : 0) };
    const isWrong = b.node.problems.some(({ severity }) => severity === 'error');
    return [{ from, to, points: [start, below, ...via, end], isWrong }];
  });
  return { nodes, edges, width: layout.width, height: layout.height };
}

/** What a screen reader says of a box. */
export function spokenText({ node, unfolded, sources }: PlacedNode, strings: Strings): string {
  const { outputs, parameters, shared, span, problems, inner } = node;
  return [
    node.name ? `${node.class} ${node.name}` : node.class,
    node.arguments,
    outputs.length > 0 ? `${strings.output} ${outputs.join(', ')}` : '',
    parametersText(parameters, strings),
    shared ? strings.sharedLayer : '',
    inner ? fill(unfolded ? strings.unfolded : strings.folded, inner.nodes.length) : '',
    sources.length > 0 ? fill(strings.from, sources.join(', ')) : '',
    span ? fill(strings.line, span.range.start.line + 1) : '',
    ...problems.map(({ message }) => message),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

export function parametersText(parameters: number | null, strings: Strings): string {
  if (!parameters) return '';
  return parameters === 1 ? strings.oneParameter : fill(strings.parameters, count(parameters));
}

/** One box with its label. Nothing in it but what scene.css styles, so that it can be saved as it is. */
export function drawNode(placed: PlacedNode, fonts: Fonts, strings: Strings): SVGGElement {
  const { node, box, unfolded } = placed;
  const { x, y, width, height } = box;
  const worst = worstOf(node);
  const centre = x + width / 2;
  const group = svg('g', {
    class: ['node', node.kind, node.family ?? '', worst ?? ''].filter((name) => name !== '').join(' '),
    role: 'treeitem',
    'aria-level': placed.level,
    'aria-selected': 'false',
    ...(node.inner ? { 'aria-expanded': String(unfolded) } : {}),
    'data-id': node.id,
    tabindex: -1,
  });
  // Its name for a screen reader, and its tooltip.
  const title = svg('title', {}, spokenText(placed, strings));
  const ring = svg('rect', { class: 'ring', x: x - 3, y: y - 3, width: width + 6, height: height + 6, rx: 8 });
  group.append(title, svg('rect', { class: unfolded ? 'outer' : 'box', x, y, width, height, rx: 6 }), ring);
  group.append(
    svg('rect', { class: 'bar', x: x + 5, y: y + 6, width: 3, height: (unfolded ? 30 : height) - 12, rx: 1.5 }),
  );
  let right = x + width - 10;
  if (worst) {
    group.append(drawSign(worst, right - 6, y + 15));
    right -= 20;
  }
  if (node.inner) {
    group.append(drawFold(unfolded, right - 6, y + 15));
    right -= 20;
  }
  const side = sideText(node);
  if (side) group.append(svg('text', { class: 'side', x: right, y: y + 19, 'text-anchor': 'end' }, side));
  const room = right - (side ? textWidth(side, fonts.side) + 10 : 0) - (x + 16);
  group.append(svg('text', { class: 'title', x: x + 16, y: y + 19 }, cutText(node.class, fonts.title, room)));
  const detail = detailText(node);
  const after = x + 16 + textWidth(node.class, fonts.title) + 10;
  if (detail && unfolded)
    group.append(
      svg('text', { class: 'detail', x: after, y: y + 19 }, cutText(detail, fonts.detail, x + 16 + room - after)),
    );
  else if (detail)
    group.append(svg('text', { class: 'detail', x: x + 16, y: y + 35 }, cutText(detail, fonts.detail, width - 26)));
  const label = labelOf(node);
  if (label) group.append(svg('text', { class: 'shape', x: centre + 8, y: y + height + 15 }, label));
  return group;
}

function worstOf({ problems }: PageNode): 'error' | 'warning' | null {
  if (problems.some(({ severity }) => severity === 'error')) return 'error';
  return problems.some(({ severity }) => severity === 'warning') ? 'warning' : null;
}

/** A mark that is told by its form too, not by its colour alone. */
function drawSign(severity: 'error' | 'warning', x: number, y: number): SVGGElement {
  const form =
    severity === 'error'
      ? svg('circle', { cx: x, cy: y, r: 7 })
      : svg('path', { d: `M ${x} ${y - 7} L ${x + 8} ${y + 7} L ${x - 8} ${y + 7} Z` });
  const letter = svg('text', { x, y: y + (severity === 'error' ? 3.5 : 5.5), 'text-anchor': 'middle' });
  letter.append(severity === 'error' ? '✕' : '!');
  return svg('g', { class: `sign ${severity}` }, form, letter);
}

function drawFold(unfolded: boolean, x: number, y: number): SVGGElement {
  const d = unfolded ? `M ${x - 4} ${y - 2} l 4 4 l 4 -4` : `M ${x - 2} ${y - 4} l 4 4 l -4 4`;
  return svg(
    'g',
    { class: 'toggle' },
    svg('rect', { x: x - 9, y: y - 9, width: 18, height: 18, opacity: 0 }),
    svg('path', { class: 'fold', d }),
  );
}

/** An arrow: straight down, and in soft turns between. */
export function drawEdge({ points, isWrong }: PlacedEdge): SVGGElement {
  const end = points[points.length - 1] ?? { x: 0, y: 0 };
  const state = isWrong ? ' error' : '';
  return svg(
    'g',
    { role: 'none' },
    svg('path', { class: `line${state}`, d: pathText(points) }),
    svg('path', { class: `head${state}`, d: `M ${end.x} ${end.y} l -4 -7 h 8 Z` }),
  );
}

function pathText([start, ...rest]: readonly Point[]): string {
  let text = start ? `M ${start.x} ${start.y}` : '';
  let before = start;
  for (const point of rest) {
    const middle = ((before?.y ?? 0) + point.y) / 2;
    text +=
      before?.x === point.x ? ` V ${point.y}` : ` C ${before?.x} ${middle} ${point.x} ${middle} ${point.x} ${point.y}`;
    before = point;
  }
  return text;
}

/** The rectangle around some points. */
export function boundsOf(points: readonly Point[]): Rectangle {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
