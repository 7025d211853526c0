/** What the chart of sizes shows: a row for each layer, with what it keeps and what it learns. */
import type { PageGraph, PageNode } from './scene';

export type Unit = 'numbers' | 'memory';
export type Column = 'order' | 'activations' | 'weights';

export interface SizeRow {
  readonly node: PageNode;
  /** Names of the models that it lies in. */
  readonly path: readonly string[];
  /** Null where it is not known. */
  readonly activations: number | null;
  readonly weights: number | null;
}

/** Layers in the order of the graph; a nested model is told by its layers. A shared layer's weights count once. */
export function sizeRows(graph: PageGraph, unit: Unit, path: readonly string[] = []): SizeRow[] {
  return graph.nodes.flatMap((node) => {
    if (node.inner) return node.shared ? [] : sizeRows(node.inner, unit, [...path, node.name ?? node.class]);
    const inMemory = unit === 'memory';
    const weights = inMemory ? node.parameterBytes : node.parameters;
    return [
      {
        node,
        path,
        activations: inMemory ? node.activationBytes : node.activations,
        weights: node.shared ? 0 : weights,
      },
    ];
  });
}

export function sorted(rows: readonly SizeRow[], by: Column): SizeRow[] {
  if (by === 'order') return [...rows];
  return [...rows].sort((a, b) => (b[by] ?? -1) - (a[by] ?? -1));
}

/** The sum of what is known, and whether all is. */
export function total(rows: readonly SizeRow[], column: 'activations' | 'weights'): { sum: number; isAll: boolean } {
  const known = rows.map((row) => row[column]).filter((one) => one !== null);
  return { sum: known.reduce((a, b) => a + b, 0), isAll: known.length === rows.length };
}

export function largest(rows: readonly SizeRow[], column: 'activations' | 'weights'): number {
  return rows.reduce((most, row) => Math.max(most, row[column] ?? 0), 0);
}
