/**
 * Where the boxes and arrows of a graph go. Layered from top to bottom by dagre; knows sizes only, no document, so that
 * it can run in a worker.
 */
import dagre from '@dagrejs/dagre';

export interface BoxSize {
  readonly id: string;
  /** With the label of its outputs below the box. */
  readonly width: number;
  readonly height: number;
  /** An unfolded model: what lies inside, below a header. */
  readonly inner?: LayoutInput;
}

export interface LayoutInput {
  readonly nodes: readonly BoxSize[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  /** Around the boxes of an unfolded model. */
  readonly padding: number;
  /** Above them. */
  readonly header: number;
  /** Below the outputs' label of the unfolded model itself. */
  readonly footer: number;
}

/** Left and top edge, and size. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly boxes: Readonly<Record<string, Rectangle>>;
  /** From box to box, with the points to pass on the way. */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly via: readonly Point[] }[];
  readonly width: number;
  readonly height: number;
}

const GAP = 18;
const TURN = 34;
const SIDE = 28;

/** Beyond that many columns the quick way to rank them is good enough. */
const MANY = 300;

/**
 * Boxes of one graph, its unfolded models' inside theirs. Chains, where each box feeds one other alone, are laid out as
 * one column: dagre then sees a deep network as the few columns that it is.
 */
export function layOut(input: LayoutInput): Layout {
  const inner = new Map<string, Layout>();
  const sizes = new Map<string, { readonly width: number; readonly height: number }>();
  for (const node of input.nodes) {
    if (!node.inner) {
      sizes.set(node.id, node);
      continue;
    }
    const inside = layOut(node.inner);
    inner.set(node.id, inside);
    const { padding, header, footer } = node.inner;
    sizes.set(node.id, {
      width: Math.max(node.width, inside.width + 2 * padding),
      height: inside.height + 2 * padding + header + footer,
    });
  }
  return arrange(input, sizes, inner);
}

type Size = { readonly width: number; readonly height: number };
type Sizes = ReadonlyMap<string, Size>;
type Edge = { readonly from: string; readonly to: string };

function arrange({ nodes, edges }: LayoutInput, sizes: Sizes, inner: ReadonlyMap<string, Layout>): Layout {
  const columns = columnsOf(
    nodes.map(({ id }) => id),
    edges,
  );
  const size = (id: string) => sizes.get(id) ?? { width: 0, height: 0 };
  const byKey = new Map(columns.map((column) => [column[0] as string, column]));
  const keyOf = new Map(columns.flatMap((column) => column.map((id) => [id, column[0] as string] as const)));
  const between = edges
    .map(({ from, to }) => ({ from: keyOf.get(from) ?? from, to: keyOf.get(to) ?? to }))
    .filter(({ from, to }) => from !== to);
  const columnSizes = new Map(
    columns.map((column) => {
      const parts = column.map(size);
      const height = parts.reduce((sum, part) => sum + part.height, 0) + GAP * (column.length - 1);
      return [column[0] as string, { width: Math.max(...parts.map(({ width }) => width)), height }] as const;
    }),
  );
  const placed = stacked([...byKey.keys()], between, columnSizes);

  const byId = new Map(nodes.map((node) => [node.id, node]));
  const boxes: Record<string, Rectangle> = {};
  const moved: Layout['edges'][number][] = [];
  for (const [key, column] of byKey) {
    const { x = 0, y = 0 } = placed.centres.get(key) ?? {};
    let top = y - (columnSizes.get(key)?.height ?? 0) / 2;
    for (const id of column) {
      const { width, height } = size(id);
      boxes[id] = { x: x - width / 2, y: top, width, height };
      const node = byId.get(id);
      const inside = inner.get(id);
      if (node?.inner && inside) {
        const left = x - inside.width / 2;
        const down = top + node.inner.header + node.inner.padding;
        for (const [name, box] of Object.entries(inside.boxes))
          boxes[name] = { ...box, x: box.x + left, y: box.y + down };
        for (const edge of inside.edges)
          moved.push({ ...edge, via: edge.via.map((point) => ({ x: point.x + left, y: point.y + down })) });
      }
      top += height + GAP;
    }
  }
  for (const { from, to } of edges) {
    const via = placed.ways.get(`${keyOf.get(from)}\n${keyOf.get(to)}`) ?? [];
    moved.push({ from, to, via: keyOf.get(from) === keyOf.get(to) ? [] : via });
  }
  return { boxes, edges: moved, width: placed.width, height: placed.height };
}

interface Placed {
  readonly centres: Map<string, Point>;
  /** Points between two boxes, by `from\nto`. */
  readonly ways: Map<string, readonly Point[]>;
  readonly width: number;
  readonly height: number;
}

/**
 * Block by block: a graph is cut at its waists, the boxes that every path runs through, and each block between two of
 * them is laid out alone. A network of a thousand layers is then many small graphs, not a large one.
 */
function stacked(keys: readonly string[], edges: readonly Edge[], sizes: Sizes): Placed {
  const order = depthFirst(keys, edges);
  const place = new Map(order.map((key, i) => [key, i]));
  const at = (key: string) => place.get(key) ?? 0;
  // How many edges pass over each box.
  const passing = new Array<number>(order.length + 1).fill(0);
  for (const { from, to } of edges) {
    passing[at(from) + 1] = (passing[at(from) + 1] ?? 0) + 1;
    passing[at(to)] = (passing[at(to)] ?? 0) - 1;
  }
  const cuts = [0];
  let over = 0;
  for (let i = 0; i < order.length; i++) {
    over += passing[i] ?? 0;
    if (over === 0 && i > 0 && i < order.length - 1) cuts.push(i);
  }
  if (order.length > 1) cuts.push(order.length - 1);
  const blockEdges = cuts.map((): Edge[] => []);
  const blockAt = (i: number) =>
    Math.max(
      0,
      cuts.findLastIndex((cut) => cut <= i),
    );
  for (const edge of edges) blockEdges[blockAt(at(edge.from))]?.push(edge);

  const centres = new Map<string, Point>();
  const ways = new Map<string, readonly Point[]>();
  const drawnBlocks = new Map<string, Block>();
  for (const [i, start] of cuts.entries()) {
    const end = cuts[i + 1];
    if (end === undefined && i > 0) break;
    const block = order.slice(start, (end ?? start) + 1);
    const inBlock = (blockEdges[i] ?? []).map(({ from, to }) => [at(from) - start, at(to) - start] as const);
    const blockSizes = block.map((key) => sizes.get(key) ?? { width: 0, height: 0 });
    // Networks repeat their blocks: equal ones are drawn once.
    const ends = { isFirst: i === 0, isLast: end === undefined || i + 2 === cuts.length };
    const signature = JSON.stringify([ends, inBlock, blockSizes.map(({ width, height }) => [width, height])]);
    const drawn = drawnBlocks.get(signature) ?? drawBlock(blockSizes, inBlock, ends);
    drawnBlocks.set(signature, drawn);
    const [own, before] = [drawn.centres[0], centres.get(block[0] as string)];
    const shift = own && before ? { x: before.x - own.x, y: before.y - own.y } : { x: 0, y: 0 };
    const move = (point: Point) => ({ x: point.x + shift.x, y: point.y + shift.y });
    for (const [j, centre] of drawn.centres.entries()) centres.set(block[j] as string, move(centre));
    for (const [j, { from, to }] of (blockEdges[i] ?? []).entries())
      ways.set(`${from}\n${to}`, (drawn.ways[j] ?? []).map(move));
  }
  return toOrigin(centres, ways, sizes);
}

/** Each box after those that feed it, and an input just before what takes it first. */
function depthFirst(keys: readonly string[], edges: readonly Edge[]): string[] {
  const sources = neighbours(edges, 'to', 'from');
  const feeding = new Set(edges.map(({ from }) => from));
  const done = new Set<string>();
  const order: string[] = [];
  for (const sink of [...keys.filter((key) => !feeding.has(key)), ...keys]) {
    const stack: { readonly key: string; readonly left: Iterator<string> }[] = [];
    const enter = (key: string): void => {
      if (done.has(key)) return;
      done.add(key);
      stack.push({ key, left: (sources.get(key) ?? new Set<string>()).values() });
    };
    enter(sink);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.left.next();
      if (next.done) order.push((stack.pop() as typeof top).key);
      else enter(next.value);
    }
  }
  return order;
}

interface Block {
  readonly centres: readonly Point[];
  /** Points between two boxes, by the edge's place. */
  readonly ways: readonly (readonly Point[])[];
}

/**
 * One block by dagre: its first box above all others, its last below them, where blocks follow before and behind. Edges
 * name boxes by their place.
 */
function drawBlock(
  sizes: readonly Size[],
  edges: readonly (readonly [from: number, to: number])[],
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): Block {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({
    nodesep: SIDE,
    edgesep: 14,
    // Arrows that turn need room for it.
    ranksep: sizes.length > 2 ? TURN : GAP,
    ranker: sizes.length > MANY ? 'longest-path' : 'network-simplex',
  });
  graph.setDefaultEdgeLabel(() => ({}));
  const last = sizes.length - 1;
  for (const [i, { width, height }] of sizes.entries()) graph.setNode(String(i), { width, height });
  for (const [from, to] of edges) graph.setEdge(String(from), String(to));
  for (const i of sizes.keys()) {
    const free = { weight: 0 };
    if (!isFirst && i > 0 && !edges.some(([, to]) => to === i)) graph.setEdge('0', String(i), free);
    if (!isLast && i < last && !edges.some(([from]) => from === i)) graph.setEdge(String(i), String(last), free);
  }
  dagre.layout(graph);
  const centres = sizes.map((_, i) => {
    const { x = 0, y = 0 } = graph.node(String(i)) as Partial<Point>;
    return { x, y };
  });
  // Boxes of one rank have their centres at one height.
  const rankHeights = new Map<number, number>();
  for (const [i, { y }] of centres.entries())
    rankHeights.set(Math.round(y), Math.max(rankHeights.get(Math.round(y)) ?? 0, sizes[i]?.height ?? 0));
  return {
    centres,
    ways: edges.map(([from, to]) => {
      const { points = [] } = graph.edge(String(from), String(to)) as { readonly points?: readonly Point[] };
      // The first and last point lie on the boxes' borders, where the drawing knows better. Between them an arrow runs
      // straight down beside the boxes of a rank.
      return points.slice(1, -1).flatMap(({ x, y }) => {
        const half = (rankHeights.get(Math.round(y)) ?? 0) / 2;
        return half > 0
          ? [
              { x, y: y - half },
              { x, y: y + half },
            ]
          : [{ x, y }];
      });
    }),
  };
}

function toOrigin(centres: Map<string, Point>, ways: Map<string, readonly Point[]>, sizes: Sizes): Placed {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const include = (x: number, y: number): void => {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  };
  for (const [key, { x, y }] of centres) {
    const { width, height } = sizes.get(key) ?? { width: 0, height: 0 };
    include(x - width / 2, y - height / 2);
    include(x + width / 2, y + height / 2);
  }
  for (const way of ways.values()) for (const { x, y } of way) include(x, y);
  if (centres.size === 0) return { centres, ways, width: 0, height: 0 };
  const move = ({ x, y }: Point) => ({ x: x - left, y: y - top });
  return {
    centres: new Map([...centres].map(([key, centre]) => [key, move(centre)])),
    ways: new Map([...ways].map(([key, way]) => [key, way.map(move)])),
    width: right - left,
    height: bottom - top,
  };
}

/** Chains as columns: from box to box while one feeds the next alone, and the next is fed by it alone. */
export function columnsOf(
  nodes: readonly string[],
  edges: readonly { readonly from: string; readonly to: string }[],
): string[][] {
  const targets = neighbours(edges, 'from', 'to');
  const sources = neighbours(edges, 'to', 'from');
  const onlyNext = (id: string): string | undefined => {
    const [next, ...others] = targets.get(id) ?? [];
    return next !== undefined && others.length === 0 && sources.get(next)?.size === 1 ? next : undefined;
  };
  const inside = new Set(nodes.flatMap((id) => onlyNext(id) ?? []));
  const columns: string[][] = [];
  for (const start of nodes) {
    if (inside.has(start)) continue;
    const column = [start];
    for (let next = onlyNext(start); next !== undefined; next = onlyNext(next)) column.push(next);
    columns.push(column);
  }
  return columns;
}

function neighbours(
  edges: readonly { readonly from: string; readonly to: string }[],
  key: 'from' | 'to',
  other: 'from' | 'to',
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const edge of edges) {
    const known = found.get(edge[key]);
    if (known) known.add(edge[other]);
    else found.set(edge[key], new Set([edge[other]]));
  }
  return found;
}
