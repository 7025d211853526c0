/** The graph on the page: draws what is on screen, follows the cursor, folds, searches, and is used by keys alone. */
import type { Location } from '../../../server/src/protocol/messages';
import type { Layout, LayoutInput, Rectangle } from './layout';
import {
  boundsOf,
  drawEdge,
  drawNode,
  type Fonts,
  layoutInput,
  type PageGraph,
  type PageNode,
  type PlacedNode,
  type Scene,
  sceneOf,
  spokenText,
} from './scene';
import { searchText } from './search';
import { fill, type Strings } from './strings';
import { svg } from './svg';
import { Viewport } from './viewport';

/** What lays out: a worker. */
export type LayOut = (input: LayoutInput) => Promise<Layout>;

export interface GraphHost {
  /** Goes to the code; `focus` when the person wants to go on there. */
  open(at: Location, focus: boolean): void;
  /** Says something of the box that is chosen. */
  tell(text: string): void;
  /** Which models are unfolded: kept while the page is hidden. */
  remember(unfolded: readonly string[]): void;
}

/** Models with no more layers are unfolded from the start. */
const SMALL_MODEL = 30;

export class GraphView {
  private readonly layer = svg('g', { role: 'none' });
  private readonly modelLayer = svg('g', { role: 'none' });
  private readonly edgeLayer = svg('g', { role: 'none', 'aria-hidden': 'true' });
  private readonly nodeLayer = svg('g', { role: 'none' });
  private readonly viewport: Viewport;
  private graph: PageGraph | null = null;
  private scene: Scene | null = null;
  private readonly unfolded: Set<string>;
  /** Models that were looked at before: what a person folds stays folded. */
  private readonly known = new Set<string>();
  private readonly drawnNodes = new Map<string, SVGGElement>();
  private readonly drawnEdges = new Map<number, SVGGElement>();
  private edgeBounds: readonly Rectangle[] = [];
  private current: string | null = null;
  private found: readonly string[] = [];
  private turn = 0;
  private isArranging = false;
  private arranging: Promise<void> = Promise.resolve();
  /** Where the code's cursor went while the drawing was not ready. */
  private cursor: { readonly uri: string; readonly line: number; readonly character: number } | null = null;
  private isFirst = true;

  constructor(
    readonly canvas: SVGSVGElement,
    private readonly host: GraphHost,
    private readonly fonts: () => Fonts,
    private readonly strings: () => Strings,
    private readonly lay: LayOut,
    unfolded: readonly string[],
  ) {
    this.unfolded = new Set(unfolded);
    this.layer.append(this.modelLayer, this.edgeLayer, this.nodeLayer);
    canvas.append(this.layer);
    this.viewport = new Viewport(canvas, () => this.draw());
    canvas.addEventListener('click', (event) => this.click(event));
    canvas.addEventListener('dblclick', (event) => this.doubleClick(event));
    canvas.addEventListener('keydown', (event) => this.key(event));
    canvas.addEventListener('focusin', (event) => this.focused(event));
  }

  /** Shows a graph, as it is now; what stays of it stays in its place. */
  async show(graph: PageGraph): Promise<void> {
    this.graph = graph;
    for (const node of models(graph)) {
      if (this.known.has(node.id)) continue;
      this.known.add(node.id);
      if ((node.inner?.nodes.length ?? 0) <= SMALL_MODEL) this.unfolded.add(node.id);
    }
    await this.arrange();
  }

  /** Another model is shown: the drawing begins anew. */
  reset(): void {
    this.isFirst = true;
    this.current = null;
  }

  /** Marks the box whose call is nearest to a place of the code, and brings it on screen. */
  follow(uri: string, line: number, character: number): void {
    this.cursor = { uri, line, character };
    if (!this.isArranging) this.toCursor();
  }

  private toCursor(): void {
    if (!this.cursor) return;
    const { uri, line, character } = this.cursor;
    this.cursor = null;
    const found = nodeAt(this.scene, uri, line, character);
    if (!found || found.node.id === this.current) return;
    this.choose(found, true);
  }

  /** Marks what matches and goes to the first of it, once it is drawn; returns its number from 1, else 0. */
  async search(text: string): Promise<number> {
    const query = text.trim().toLowerCase();
    const matching = query === '' ? [] : flat(this.graph).filter((node) => searchText(node).includes(query));
    for (const node of matching) this.unfoldTo(node.id);
    this.found = matching.map(({ id }) => id);
    for (const [id, element] of this.drawnNodes) element.classList.toggle('found', this.found.includes(id));
    if (matching.length > 0) await this.arrange();
    return this.next(0);
  }

  /** Goes to the next box that was found (`step` 1), or the one before (-1); returns its number from 1. */
  next(step: number): number {
    if (this.found.length === 0) return 0;
    const at = this.current === null ? -1 : this.found.indexOf(this.current);
    const next = step === 0 ? Math.max(0, at) : (at + step + this.found.length) % this.found.length;
    const placed = this.placed(this.found[next]);
    if (placed) this.choose(placed, true);
    return next + 1;
  }

  zoom(factor: number): void {
    this.viewport.zoom(factor);
  }

  fit(): void {
    if (this.scene) this.viewport.fitWhole(this.scene.width, this.scene.height);
  }

  /** Moves the keyboard's focus to the chosen box, else to the first. */
  focus(): void {
    const placed = this.placed(this.current) ?? this.scene?.nodes[0];
    if (placed) this.focusOn(placed);
  }

  /** All of the drawing, not only what is on screen: for saving. */
  whole(): { readonly content: SVGGElement; readonly scene: Scene } | null {
    const { scene } = this;
    if (!scene) return null;
    const content = svg('g');
    for (const placed of scene.nodes.filter(({ unfolded }) => unfolded)) content.append(this.element(placed));
    content.append(...scene.edges.map(drawEdge));
    for (const placed of scene.nodes.filter(({ unfolded }) => !unfolded)) content.append(this.element(placed));
    return { content, scene };
  }

  private element(placed: PlacedNode): SVGGElement {
    return drawNode(placed, this.fonts(), this.strings());
  }

  /** Lays out and draws; done when the drawing is that of the newest graph. */
  private arrange(): Promise<void> {
    this.arranging = this.layOutAndDraw();
    return this.arranging;
  }

  private async layOutAndDraw(): Promise<void> {
    const { graph } = this;
    if (!graph) return;
    this.turn += 1;
    const { turn } = this;
    this.setArranging(true);
    const layout = await this.lay(layoutInput(graph, this.unfolded, this.fonts()));
    // Another edit came meanwhile: its drawing is the one to show.
    if (turn !== this.turn) return this.arranging;
    this.setArranging(false);
    const hadFocus = this.canvas.contains(document.activeElement);
    const before = this.placed(this.current)?.box;
    this.scene = sceneOf(graph, layout, this.unfolded, this.fonts());
    this.edgeBounds = this.scene.edges.map(({ points }) => boundsOf(points));
    this.forget();
    const after = this.placed(this.current)?.box;
    if (this.isFirst) {
      this.isFirst = false;
      this.viewport.fit(this.scene.width, this.scene.height);
    } else if (before && after) this.viewport.keep(before, after);
    this.draw();
    this.toCursor();
    if (hadFocus) this.focus();
  }

  private setArranging(isArranging: boolean): void {
    this.isArranging = isArranging;
    this.canvas.setAttribute('aria-busy', String(isArranging));
  }

  private forget(): void {
    this.drawnNodes.clear();
    this.drawnEdges.clear();
    this.modelLayer.replaceChildren();
    this.nodeLayer.replaceChildren();
    this.edgeLayer.replaceChildren();
  }

  /** Has exactly those boxes and arrows in the document that are on screen. */
  private draw(): void {
    const { scene, viewport } = this;
    this.layer.setAttribute('transform', viewport.transform);
    this.canvas.classList.toggle('far', viewport.scale < 0.35);
    if (!scene) return;
    const area = viewport.visible();
    const focused = document.activeElement?.getAttribute('data-id');
    const tabStop = this.placed(this.current)?.node.id ?? scene.nodes[0]?.node.id;
    for (const [i, placed] of scene.nodes.entries()) {
      const { id } = placed.node;
      const element = this.drawnNodes.get(id);
      if (!touching(placed.box, area) && id !== focused && id !== tabStop) {
        element?.remove();
        this.drawnNodes.delete(id);
      } else if (!element) this.add(placed, i, id === tabStop);
      else element.setAttribute('tabindex', id === tabStop ? '0' : '-1');
    }
    for (const [i, edge] of scene.edges.entries()) {
      const element = this.drawnEdges.get(i);
      const isVisible = touching(this.edgeBounds[i] as Rectangle, area);
      if (!isVisible && element) {
        element.remove();
        this.drawnEdges.delete(i);
      } else if (isVisible && !element) {
        const drawn = drawEdge(edge);
        this.drawnEdges.set(i, drawn);
        this.edgeLayer.append(drawn);
      }
    }
  }

  private add(placed: PlacedNode, index: number, isTabStop: boolean): void {
    const { id } = placed.node;
    const element = this.element(placed);
    element.setAttribute('aria-setsize', String(this.scene?.nodes.length ?? 0));
    element.setAttribute('aria-posinset', String(index + 1));
    if (isTabStop) element.setAttribute('tabindex', '0');
    if (id === this.current) mark(element, true);
    if (this.found.includes(id)) element.classList.add('found');
    this.drawnNodes.set(id, element);
    // Unfolded models lie behind what is inside, and behind the arrows there.
    if (!placed.unfolded) this.nodeLayer.append(element);
    else {
      const inner = [...this.modelLayer.children].find(
        (other) => Number(other.getAttribute('aria-level')) > placed.level,
      );
      this.modelLayer.insertBefore(element, inner ?? null);
    }
  }

  private choose(placed: PlacedNode, reveal: boolean): void {
    const before = this.current === null ? undefined : this.drawnNodes.get(this.current);
    if (before) mark(before, false);
    this.current = placed.node.id;
    const element = this.drawnNodes.get(placed.node.id);
    if (element) mark(element, true);
    if (reveal) this.viewport.reveal(headOf(placed));
    this.host.tell(spokenText(placed, this.strings()));
  }

  private focusOn(placed: PlacedNode): void {
    this.choose(placed, true);
    this.draw();
    this.drawnNodes.get(placed.node.id)?.focus({ preventScroll: true });
  }

  private placed(id: string | null | undefined): PlacedNode | undefined {
    return id === null || id === undefined ? undefined : this.scene?.nodes.find(({ node }) => node.id === id);
  }

  private click(event: MouseEvent): void {
    if (this.viewport.wasDragged) return;
    const placed = this.under(event);
    if (!placed) return;
    if ((event.target as Element).closest('.toggle')) {
      this.toggle(placed);
      return;
    }
    this.choose(placed, false);
    this.drawnNodes.get(placed.node.id)?.focus({ preventScroll: true });
    if (placed.node.span) this.host.open(placed.node.span, false);
  }

  private doubleClick(event: MouseEvent): void {
    const placed = this.under(event);
    if (placed?.node.inner) this.toggle(placed);
    else if (placed?.node.span) this.host.open(placed.node.span, true);
  }

  private under({ target }: Event): PlacedNode | undefined {
    return this.placed((target as Element).closest('[data-id]')?.getAttribute('data-id'));
  }

  private focused(event: FocusEvent): void {
    const placed = this.under(event);
    if (placed && placed.node.id !== this.current) this.choose(placed, true);
  }

  private toggle({ node, unfolded }: PlacedNode): void {
    if (!node.inner) return;
    if (unfolded) this.unfolded.delete(node.id);
    else this.unfolded.add(node.id);
    this.current = node.id;
    this.host.remember([...this.unfolded]);
    void this.arrange();
  }

  private unfoldTo(id: string): void {
    for (const node of models(this.graph)) if (id.startsWith(`${node.id}/`)) this.unfolded.add(node.id);
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const placed = this.under(event) ?? this.placed(this.current);
    const { scene } = this;
    if (!scene || !this.pressed(event.key, placed, scene)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private pressed(key: string, placed: PlacedNode | undefined, scene: Scene): boolean {
    const go = (target: PlacedNode | undefined): boolean => {
      if (target) this.focusOn(target);
      return true;
    };
    switch (key) {
      case 'ArrowDown':
        return go(placed ? (neighbour(scene, placed, 'from', 'to') ?? inOrder(scene, placed, 1)) : scene.nodes[0]);
      case 'ArrowUp':
        return go(placed && (neighbour(scene, placed, 'to', 'from') ?? inOrder(scene, placed, -1)));
      case 'ArrowRight':
        if (placed?.node.inner && !placed.unfolded) this.toggle(placed);
        else go(placed && beside(scene, placed, 1));
        return true;
      case 'ArrowLeft':
        if (placed?.unfolded) this.toggle(placed);
        else go(placed && beside(scene, placed, -1));
        return true;
      case 'Home':
        return go(scene.nodes[0]);
      case 'End':
        return go(scene.nodes[scene.nodes.length - 1]);
      case 'Enter':
        if (placed?.node.span) this.host.open(placed.node.span, true);
        return true;
      case ' ':
        if (placed?.node.inner) this.toggle(placed);
        else if (placed?.node.span) this.host.open(placed.node.span, false);
        return true;
      case '+':
      case '=':
        this.zoom(1.25);
        return true;
      case '-':
        this.zoom(0.8);
        return true;
      case '0':
        this.fit();
        return true;
      default:
        return false;
    }
  }

  /** How many boxes are in the document now: for tests. */
  get drawn(): number {
    return this.drawnNodes.size;
  }

  /** `3 of 12`, for the search field. */
  place(number: number): string {
    return fill(this.strings().matches, number, this.found.length);
  }
}

function mark(element: SVGGElement, isCurrent: boolean): void {
  element.classList.toggle('current', isCurrent);
  element.setAttribute('aria-selected', String(isCurrent));
}

/** Of an unfolded model its head alone: the rest may be larger than the screen. */
function headOf({ box, unfolded }: PlacedNode): Rectangle {
  return unfolded ? { ...box, height: 34 } : { ...box, height: box.height + 20 };
}

function touching(a: Rectangle, b: Rectangle): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

export function flat(graph: PageGraph | null): PageNode[] {
  return graph?.nodes.flatMap((node) => [node, ...flat(node.inner)]) ?? [];
}

function models(graph: PageGraph | null): PageNode[] {
  return flat(graph).filter(({ inner }) => inner !== null);
}

/** The smallest call around a place; else the last one that ends in its line. */
function nodeAt(scene: Scene | null, uri: string, line: number, character: number): PlacedNode | undefined {
  let best: { placed: PlacedNode; size: number } | undefined;
  for (const placed of scene?.nodes ?? []) {
    const { span } = placed.node;
    if (!span || span.uri !== uri) continue;
    const { start, end } = span.range;
    if (line < start.line || line > end.line) continue;
    const isAround =
      (line > start.line || character >= start.character) && (line < end.line || character <= end.character);
    const size = (end.line - start.line) * 1000 + end.character - start.character + (isAround ? 0 : 1e6);
    if (!best || size < best.size) best = { placed, size };
  }
  return best?.placed;
}

function neighbour(scene: Scene, placed: PlacedNode, from: 'from' | 'to', to: 'from' | 'to'): PlacedNode | undefined {
  const edge = scene.edges.find((one) => one[from] === placed.node.id);
  return edge && scene.nodes.find(({ node }) => node.id === edge[to]);
}

function inOrder(scene: Scene, placed: PlacedNode, step: number): PlacedNode | undefined {
  return scene.nodes[scene.nodes.indexOf(placed) + step];
}

/** The nearest box to the left or right at about the same height. */
function beside(scene: Scene, { node, box }: PlacedNode, side: -1 | 1): PlacedNode | undefined {
  const candidates = scene.nodes.filter(
    (other) =>
      other.node.id !== node.id &&
      !other.unfolded &&
      (other.box.x - box.x) * side > 20 &&
      Math.abs(other.box.y - box.y) < 120,
  );
  const distance = (other: PlacedNode) => Math.abs(other.box.x - box.x) + 2 * Math.abs(other.box.y - box.y);
  return candidates.sort((a, b) => distance(a) - distance(b))[0];
}
