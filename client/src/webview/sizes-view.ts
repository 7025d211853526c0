/** The chart of sizes on the page: a table that can be read aloud, with bars in it. */
import type { Location } from '../../../server/src/protocol/messages';
import { bytes, count } from './numbers';
import type { PageGraph } from './scene';
import { type Column, largest, type SizeRow, sizeRows, sorted, total, type Unit } from './sizes';
import { fill, type StringKey, type Strings } from './strings';
import { html, svg } from './svg';

export interface SizesHost {
  open(at: Location, focus: boolean): void;
}

const COLUMNS: readonly { readonly key: StringKey; readonly by: Column }[] = [
  { key: 'layer', by: 'order' },
  { key: 'activations', by: 'activations' },
  { key: 'weights', by: 'weights' },
];

export class SizesView {
  private graph: PageGraph | null = null;
  private by: Column = 'order';
  private unit: Unit = 'numbers';
  private query = '';
  private readonly scroll: HTMLElement;

  constructor(
    private readonly root: HTMLElement,
    private readonly host: SizesHost,
    private readonly strings: () => Strings,
  ) {
    this.scroll = html('div', { class: 'scroll', tabindex: 0, role: 'region' });
    root.append(this.scroll);
  }

  show(graph: PageGraph): void {
    this.graph = graph;
    this.draw();
  }

  measure(unit: Unit): void {
    this.unit = unit;
    this.draw();
  }

  search(text: string): void {
    this.query = text.trim().toLowerCase();
    this.draw();
  }

  /** Marks the rows of a line of the code. */
  follow(uri: string, line: number): void {
    let first: HTMLElement | undefined;
    for (const row of this.scroll.querySelectorAll<HTMLElement>('tbody tr')) {
      const isHere = row.dataset.uri === uri && row.dataset.line === String(line);
      row.classList.toggle('current', isHere);
      if (isHere) first ??= row;
    }
    if (this.root.hidden) return;
    first?.scrollIntoView({ block: 'nearest' });
  }

  /** The rows as they are shown: for saving. */
  rows(): { readonly rows: readonly SizeRow[]; readonly unit: Unit } {
    const rows = this.graph ? sizeRows(this.graph, this.unit) : [];
    return { rows: sorted(rows, this.by), unit: this.unit };
  }

  text(number: number | null): string {
    if (number === null) return this.strings().unknown;
    return this.unit === 'memory' ? bytes(number) : count(number);
  }

  private draw(): void {
    const strings = this.strings();
    this.scroll.setAttribute('aria-label', strings.sizes);
    const all = this.rows().rows;
    const rows = all.filter((row) => nameOf(row).toLowerCase().includes(this.query));
    const most = { activations: largest(all, 'activations'), weights: largest(all, 'weights') };
    const [head, output, ...measures] = [...COLUMNS.slice(0, 1), null, ...COLUMNS.slice(1)].map((column) =>
      column ? this.heading(column) : html('th', { scope: 'col' }, strings.output),
    );
    const table = html('table', {}, html('caption', {}, strings.perSample));
    table.append(html('thead', {}, html('tr', {}, head as Node, output as Node, ...(measures as Node[]))));
    table.append(html('tbody', {}, ...rows.map((row) => this.row(row, most))));
    const sums = (['activations', 'weights'] as const).map((column) => {
      const { sum, isAll } = total(all, column);
      return html(
        'td',
        {},
        html('div', { class: 'measure' }, html('span'), this.number(`${isAll ? '' : '≥ '}${this.text(sum)}`)),
      );
    });
    table.append(html('tfoot', {}, html('tr', {}, html('th', { scope: 'row' }, strings.total), html('td'), ...sums)));
    this.scroll.replaceChildren(table);
  }

  private heading({ key, by }: (typeof COLUMNS)[number]): HTMLElement {
    const strings = this.strings();
    const isSorted = this.by === by;
    const button = html('button', { type: 'button', title: fill(strings.sortBy, strings[key]) }, strings[key]);
    if (isSorted && by !== 'order') button.append(' ↓');
    button.addEventListener('click', () => {
      this.by = by;
      this.draw();
      this.scroll.querySelectorAll<HTMLElement>('thead button')[COLUMNS.findIndex((one) => one.by === by)]?.focus();
    });
    return html(
      'th',
      {
        scope: 'col',
        class: by === 'order' ? undefined : 'wide',
        'aria-sort': isSorted ? (by === 'order' ? 'ascending' : 'descending') : 'none',
      },
      button,
    );
  }

  private row(row: SizeRow, most: { readonly activations: number; readonly weights: number }): HTMLElement {
    const { node } = row;
    const name = html('th', { scope: 'row' });
    const { span } = node;
    if (span) {
      const button = html('button', { type: 'button', class: 'link' }, node.class);
      button.title = fill(this.strings().goToCode, node.name ?? node.class);
      button.addEventListener('click', () => this.host.open(span, false));
      name.append(button);
    } else name.append(node.class);
    name.append(html('span', { class: 'name' }, [...row.path, node.name ?? ''].join(' › ')));
    const element = html(
      'tr',
      {},
      name,
      html('td', { class: 'shape-cell' }, node.outputs.join(', ')),
      this.measured(row.activations, most.activations, 'activations'),
      this.measured(row.weights, most.weights, 'weights', node.shared),
    );
    if (span) {
      element.dataset.uri = span.uri;
      element.dataset.line = String(span.range.start.line);
    }
    return element;
  }

  private measured(value: number | null, most: number, name: string, shared = false): HTMLElement {
    const part = value === null || most === 0 ? 0 : (100 * value) / most;
    const bar = svg('svg', { 'aria-hidden': 'true', preserveAspectRatio: 'none', viewBox: '0 0 100 10' });
    bar.append(svg('rect', { class: 'rail', x: 0, y: 4, width: 100, height: 2 }));
    if (part > 0) bar.append(svg('rect', { class: 'fill', x: 0, y: 0, width: Math.max(part, 0.5), height: 10 }));
    const text = shared ? '—' : this.text(value);
    const cell = html('td', { class: name }, html('div', { class: 'measure' }, bar, this.number(text)));
    if (shared) cell.title = this.strings().sharedLayer;
    return cell;
  }

  private number(text: string): HTMLElement {
    return html('span', { class: 'number' }, text);
  }
}

function nameOf({ node, path }: SizeRow): string {
  return [node.class, ...path, node.name ?? '', ...node.outputs].join(' ');
}
