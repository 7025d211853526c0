/** The page of the panel: a model's graph and the sizes in it, kept current by the extension. */

import workerProgram from 'worker:./layout.worker';
import type { WireGraph } from '../../../server/src/protocol/messages';
import { GraphView, type LayOut } from './graph-view';
import type { Layout } from './layout';
import type { FromPage, ToPage, ViewName } from './messages';
import { count } from './numbers';
import { graphFile, pngOf, sizesFile } from './save';
import { type Fonts, parametersText } from './scene';
import { SizesView } from './sizes-view';
import { fill, STRINGS, type StringKey, type Strings } from './strings';
import { html } from './svg';

interface PageState {
  readonly view: ViewName;
  readonly unfolded: readonly string[];
}

interface Editor {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Editor;

const editor = acquireVsCodeApi();
const post = (message: FromPage) => editor.postMessage(message);
let strings: Strings = STRINGS;
let state: PageState = editor.getState() ?? { view: 'graph', unfolded: [] };
let shown: WireGraph | null = null;

const part = <T extends Element>(id: string): T => document.getElementById(id) as unknown as T;
const search = part<HTMLInputElement>('search');
const found = part<HTMLElement>('found');
const models = part<HTMLSelectElement>('models');
const unit = part<HTMLSelectElement>('unit');
const message = part<HTMLElement>('message');
const status = part<HTMLElement>('status');
const canvas = part<SVGSVGElement>('canvas');
const panels: Readonly<Record<ViewName, HTMLElement>> = { graph: part('graph'), sizes: part('sizes') };
const tabs: Readonly<Record<ViewName, HTMLElement>> = { graph: part('graph-tab'), sizes: part('sizes-tab') };

const graph = new GraphView(
  canvas,
  {
    open: (at, focus) => post({ type: 'open', at, focus }),
    tell: (text) => status.replaceChildren(text),
    remember: (unfolded) => remember({ ...state, unfolded }),
  },
  () => fonts,
  () => strings,
  inWorker(),
  state.unfolded,
);
const sizes = new SizesView(panels.sizes, { open: (at, focus) => post({ type: 'open', at, focus }) }, () => strings);

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'strings':
      strings = data.strings;
      return translate();
    case 'graph':
      return void show(data.graph, data.view);
    case 'cursor':
      graph.follow(data.uri, data.line, data.character);
      return sizes.follow(data.uri, data.line);
    case 'show':
      return turnTo(data.view);
  }
});

let isFirst = true;
let fonts = fontsNow();

/** The fonts that scene.css takes from the theme. */
function fontsNow(): Fonts {
  const style = getComputedStyle(document.documentElement);
  const [font, mono] = ['--ks-font', '--ks-mono'].map((name) => style.getPropertyValue(name) || 'sans-serif');
  return { title: `600 13px ${font}`, side: `11px ${font}`, detail: `11px ${mono}` };
}

async function show(next: WireGraph | null, view: ViewName): Promise<void> {
  const before = shown;
  shown = next;
  if (isFirst) turnTo(view);
  isFirst = false;
  const isEmpty = next === null || next.graph.nodes.length === 0;
  message.hidden = !isEmpty;
  message.replaceChildren(next === null ? strings.closed : (next.graph.gap ?? strings.nothing));
  canvas.toggleAttribute('hidden', isEmpty);
  canvas.style.display = isEmpty ? 'none' : '';
  if (!next) return;
  const labels = next.models.map(({ label, class: name }) => (label === name ? label : `${label} (${name})`));
  models.replaceChildren(...labels.map((label, i) => html('option', { value: i }, label)));
  if (next.shown < 0) models.append(html('option', { value: -1 }, strings.noModel));
  models.value = String(next.shown);
  models.disabled = models.options.length < 2;
  if (nameOf(before) !== nameOf(next)) graph.reset();
  status.replaceChildren(totals(next));
  if (!isEmpty) {
    fonts = fontsNow();
    const start = performance.now();
    await graph.show(next.graph);
    document.documentElement.dataset.drawn = String(Math.round(performance.now() - start));
  }
  sizes.show(next.graph);
}

/** Which model of which document is shown. */
function nameOf(graph: WireGraph | null): string | undefined {
  const model = graph?.models[graph.shown];
  return model ? `${model.span.uri} ${model.label}` : graph?.graph.nodes[0]?.span?.uri;
}

function totals({ parameters, trainable, graph: { gap } }: WireGraph): string {
  return [
    parametersText(parameters, strings),
    trainable !== null && trainable !== parameters ? fill(strings.trainable, count(trainable)) : '',
    gap ?? '',
  ]
    .filter((text) => text !== '')
    .join(' · ');
}

function turnTo(view: ViewName): void {
  for (const name of ['graph', 'sizes'] as const) {
    panels[name].hidden = name !== view;
    tabs[name].setAttribute('aria-selected', String(name === view));
    tabs[name].tabIndex = name === view ? 0 : -1;
  }
  for (const control of document.querySelectorAll<HTMLElement>('[data-view]'))
    control.hidden = control.dataset.view !== view;
  remember({ ...state, view });
}

function choose(view: ViewName): void {
  turnTo(view);
  post({ type: 'view', view });
}

function remember(next: PageState): void {
  state = next;
  editor.setState(state);
}

function translate(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]'))
    element.replaceChildren(strings[element.dataset.text as StringKey]);
  for (const element of document.querySelectorAll<HTMLElement>('[data-title]')) {
    const text = strings[element.dataset.title as StringKey];
    element.setAttribute('aria-label', text);
    element.title = text;
    if (element instanceof HTMLInputElement) element.placeholder = text;
  }
  canvas.setAttribute('aria-label', `${strings.graph}. ${strings.graphHelp}`);
}

/** The layout in a worker that is made from text: the page's policy lets it load no file. */
function inWorker(): LayOut {
  const waiting = new Map<number, (layout: Layout) => void>();
  let asked = 0;
  const worker = new Worker(URL.createObjectURL(new Blob([workerProgram], { type: 'text/javascript' })));
  worker.onmessage = ({ data: { id, layout } }: MessageEvent<{ id: number; layout: Layout }>) => {
    waiting.get(id)?.(layout);
    waiting.delete(id);
  };
  return (input) =>
    new Promise((resolve) => {
      asked += 1;
      waiting.set(asked, resolve);
      worker.postMessage({ id: asked, input });
    });
}

async function save(format: 'svg' | 'png'): Promise<void> {
  const name = `${models.selectedOptions[0]?.textContent?.replace(/\W.*/, '') || 'model'}-${state.view}`;
  const whole = state.view === 'graph' ? graph.whole() : null;
  const text = whole
    ? graphFile(whole.content, whole.scene)
    : sizesFile(sizes.rows().rows, strings, (number) => sizes.text(number));
  post({ type: 'save', format, name, data: format === 'svg' ? text : await pngOf(text) });
}

async function searched(): Promise<void> {
  const text = search.value;
  sizes.search(text);
  const number = await graph.search(text);
  if (text !== search.value) return;
  found.replaceChildren(text.trim() === '' ? '' : number > 0 ? graph.place(number) : strings.noMatch);
}

search.addEventListener('input', () => void searched());
search.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') found.replaceChildren(graph.place(graph.next(event.shiftKey ? -1 : 1)));
  else if (event.key === 'Escape') {
    search.value = '';
    void searched();
    graph.focus();
  } else return;
  event.preventDefault();
});
models.addEventListener('change', () => post({ type: 'model', index: Number(models.value) }));
unit.addEventListener('change', () => sizes.measure(unit.value === 'memory' ? 'memory' : 'numbers'));
part('zoom-in').addEventListener('click', () => graph.zoom(1.25));
part('zoom-out').addEventListener('click', () => graph.zoom(0.8));
part('fit').addEventListener('click', () => graph.fit());
part('save-svg').addEventListener('click', () => void save('svg'));
part('save-png').addEventListener('click', () => void save('png'));
for (const view of ['graph', 'sizes'] as const) {
  tabs[view].addEventListener('click', () => choose(view));
  tabs[view].addEventListener('keydown', ({ key }) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const other = view === 'graph' ? 'sizes' : 'graph';
    choose(other);
    tabs[other].focus();
  });
}
document.addEventListener('keydown', (event) => {
  const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  const isFind = (event.ctrlKey || event.metaKey) && event.key === 'f';
  if (!isFind && (event.key !== '/' || isField)) return;
  event.preventDefault();
  search.focus();
  search.select();
});
turnTo(state.view);
post({ type: 'ready' });
