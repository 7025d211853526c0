// The panel's page alone in a browser, without an editor: for what needs many graphs, or more layers than a person types.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { pageHtml } from '../client/src/webview/html';
import type { FromPage, ToPage } from '../client/src/webview/messages';
import { STRINGS } from '../client/src/webview/strings';
import { type Graph, modelGraph } from '../server/src/features/graph';
import { DEFAULT_SETTINGS } from '../server/src/features/settings';
import { createService } from '../server/src/node/service';
import type { Location, WireGraph } from '../server/src/protocol/messages';
import type { Span } from '../server/src/text/span';

/** Colours of VS Code's own themes, as the editor hands them to a page. */
export const themes = {
  light: {
    'editor-background': '#ffffff',
    'editor-foreground': '#3b3b3b',
    descriptionForeground: '#3b3b3b',
    'editorWidget-background': '#f8f8f8',
    'panel-border': '#e5e5e5',
    focusBorder: '#005fb8',
    'editorError-foreground': '#e51400',
    'editorWarning-foreground': '#bf8803',
    'charts-blue': '#1a85ff',
    'charts-purple': '#652d90',
    'charts-orange': '#d18616',
    'charts-yellow': '#bf8803',
    'charts-green': '#388a34',
    'terminal-ansiCyan': '#0598bc',
    'input-background': '#ffffff',
    'input-foreground': '#3b3b3b',
    'input-border': '#cecece',
    'input-placeholderForeground': '#767676',
    'dropdown-background': '#ffffff',
    'dropdown-foreground': '#3b3b3b',
    'dropdown-border': '#cecece',
    'list-hoverBackground': '#f2f2f2',
    'list-inactiveSelectionBackground': '#e4e6f1',
    'toolbar-hoverBackground': '#b8b8b850',
    'editor-findMatchHighlightBackground': '#ea5c0055',
  },
  dark: {
    'editor-background': '#1f1f1f',
    'editor-foreground': '#cccccc',
    descriptionForeground: '#9d9d9d',
    'editorWidget-background': '#202020',
    'panel-border': '#2b2b2b',
    focusBorder: '#0078d4',
    'editorError-foreground': '#f14c4c',
    'editorWarning-foreground': '#cca700',
    'charts-blue': '#59a4f9',
    'charts-purple': '#b180d7',
    'charts-orange': '#d18616',
    'charts-yellow': '#cca700',
    'charts-green': '#89d185',
    'terminal-ansiCyan': '#29b8db',
    'input-background': '#313131',
    'input-foreground': '#cccccc',
    'input-border': '#3c3c3c',
    'input-placeholderForeground': '#989898',
    'dropdown-background': '#313131',
    'dropdown-foreground': '#cccccc',
    'dropdown-border': '#3c3c3c',
    'list-hoverBackground': '#2a2d2e',
    'list-inactiveSelectionBackground': '#37373d',
    'toolbar-hoverBackground': '#5a5d5e50',
    'editor-findMatchHighlightBackground': '#ea5c0055',
  },
  'high-contrast': {
    'editor-background': '#000000',
    'editor-foreground': '#ffffff',
    descriptionForeground: '#ffffff',
    'editorWidget-background': '#0c141f',
    'panel-border': '#6fc3df',
    contrastBorder: '#6fc3df',
    contrastActiveBorder: '#f38518',
    focusBorder: '#f38518',
    'editorError-foreground': '#ff6464',
    'editorWarning-foreground': '#ffd370',
    'charts-blue': '#75beff',
    'charts-purple': '#b180d7',
    'charts-orange': '#f38518',
    'charts-yellow': '#ffd370',
    'charts-green': '#89d185',
    'terminal-ansiCyan': '#00cdcd',
    'input-background': '#000000',
    'input-foreground': '#ffffff',
    'input-border': '#6fc3df',
    'input-placeholderForeground': '#b3b3b3',
    'dropdown-background': '#000000',
    'dropdown-foreground': '#ffffff',
    'dropdown-border': '#6fc3df',
  },
} as const;

export type Theme = keyof typeof themes;

export class LonePage {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  static async open(theme: Theme): Promise<LonePage> {
    const installed = JSON.parse(readFileSync('.editor/installed.json', 'utf8')) as { browser: string };
    const browser = await chromium.launch({ executablePath: installed.browser, chromiumSandbox: false });
    const page = await browser.newPage({ viewport: { width: 900, height: 800 } });
    // The page's own policy holds; files are served from here.
    await page.route('http://page.test/**', (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      if (name !== '') return route.fulfill({ path: `dist/${name}` });
      const html = pageHtml({
        nonce: 'test',
        source: 'http://page.test',
        script: 'http://page.test/page.js',
        style: 'http://page.test/page.css',
        language: 'en',
        text: (key) => STRINGS[key],
      });
      return route.fulfill({ contentType: 'text/html', body: html });
    });
    const colours = Object.entries(themes[theme]).map(([name, value]) => `--vscode-${name}: ${value}`);
    const fonts = ['--vscode-font-family: DejaVu Sans, sans-serif', '--vscode-editor-font-family: DejaVu Sans Mono'];
    await page.addInitScript(
      ({ style, bodyClass }) => {
        const scope = globalThis as unknown as Record<string, unknown>;
        const sent: unknown[] = [];
        scope.sent = sent;
        scope.acquireVsCodeApi = () => ({
          postMessage: (message: unknown) => sent.push(message),
          getState: () => undefined,
          setState: () => undefined,
        });
        const { document } = scope as unknown as { document: PageDocument };
        document.addEventListener('readystatechange', () => {
          document.documentElement.style.cssText = style;
          document.body?.classList.add(bodyClass);
        });
      },
      { style: [...colours, ...fonts].join(';'), bodyClass: `vscode-${theme}` },
    );
    await page.goto('http://page.test/');
    return new LonePage(browser, page);
  }

  /** Tells the page something; done when it has heard it. */
  async post(message: ToPage): Promise<void> {
    await this.page.evaluate((data) => {
      const page = globalThis as unknown as PageWindow;
      return new Promise<void>((resolve) => {
        page.addEventListener('message', () => resolve(), { once: true });
        page.postMessage(data, '*');
      });
    }, message);
  }

  /** What the page said to the extension, from the first on. */
  async sent(): Promise<FromPage[]> {
    return this.page.evaluate(() => (globalThis as unknown as { sent: FromPage[] }).sent);
  }

  /** Shows the graph of a program's model (its last one). */
  async show(program: string): Promise<WireGraph> {
    const graph = await graphOf(program);
    await this.post({ type: 'graph', graph, view: 'graph' });
    if (graph.graph.nodes.length > 0) await this.page.locator('#canvas[aria-busy="false"] .node').first().waitFor();
    return graph;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

interface PageWindow {
  addEventListener(name: 'message', listener: () => void, options: { once: boolean }): void;
  postMessage(data: unknown, to: string): void;
}

interface PageDocument {
  addEventListener(name: string, listener: () => void): void;
  readonly documentElement: { readonly style: { cssText: string } };
  readonly body: { readonly classList: { add(name: string): void } } | null;
}

const uri = pathToFileURL('/program.py').href;

/** What the server answers for a program. */
export async function graphOf(program: string): Promise<WireGraph> {
  const { analysis } = (await createService({ extraPaths: [] })).analyse(uri, program);
  const found = modelGraph(analysis, null, DEFAULT_SETTINGS);
  const position = (offset: number) => {
    const { line, column } = analysis.lines.position(offset);
    return { line, character: column };
  };
  const at = ({ start, end }: Span): Location => ({ uri, range: { start: position(start), end: position(end) } });
  const wire = ({ nodes, edges, gap }: Graph): Graph<Location> => ({
    nodes: nodes.map((node) => ({ ...node, span: node.span && at(node.span), inner: node.inner && wire(node.inner) })),
    edges,
    gap,
  });
  return {
    ...found,
    models: found.models.map((model) => ({ ...model, span: at(model.span) })),
    graph: wire(found.graph),
  };
}

/** A residual network of `3 * blocks + 1` layers: two convolutions a block, and a connection around them. */
export function deepProgram(blocks: number): string {
  return `import keras
from keras import layers
image = x = keras.Input((32, 32, 16))
for i in range(${blocks}):
    y = layers.Conv2D(16, 3, padding="same")(x)
    y = layers.Conv2D(16, 3, padding="same")(y)
    x = layers.Add()([x, y])
model = keras.Model(image, x)
`;
}
