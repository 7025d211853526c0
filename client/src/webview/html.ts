/** The page's document: nothing in it comes from the program or the network. */
import type { StringKey } from './strings';

export interface PageResources {
  /** Of one page alone: scripts without it do not run. */
  readonly nonce: string;
  /** Where the editor serves the extension's files from. */
  readonly source: string;
  readonly script: string;
  readonly style: string;
  /** Of the texts: `en`, `zh-cn`. */
  readonly language: string;
  readonly text: (key: StringKey) => string;
}

export function pageHtml({ nonce, source, script, style, language, text }: PageResources): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    'img-src data:',
    'worker-src blob:',
  ].join('; ');
  const icon = (id: string, key: StringKey, path: string, view = '') =>
    `<button type="button" class="icon" id="${id}" data-title="${key}"${view ? ` data-view="${view}"` : ''} ${named(text(key))}><svg viewBox="0 0 16 16" aria-hidden="true"><path d="${path}"/></svg></button>`;
  const tab = (view: 'graph' | 'sizes') =>
    `<button type="button" role="tab" id="${view}-tab" aria-controls="${view}" aria-selected="${view === 'graph'}" data-text="${view}">${escaped(text(view))}</button>`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Keras Shapes</title>
<link rel="stylesheet" href="${escaped(style)}">
</head>
<body>
<header class="controls">
<select id="models" data-title="model" ${named(text('model'))}></select>
<div role="tablist" data-title="views" ${named(text('views'))}>${tab('graph')}${tab('sizes')}</div>
<span class="space"></span>
<span class="found" id="found" role="status"></span>
<input id="search" type="search" data-title="search" placeholder="${escaped(text('search'))}" ${named(text('search'))}>
<select id="unit" data-view="sizes" data-title="unit" ${named(text('unit'))}>
<option value="numbers" data-text="countUnit">${escaped(text('countUnit'))}</option>
<option value="memory" data-text="memoryUnit">${escaped(text('memoryUnit'))}</option>
</select>
${icon('zoom-out', 'zoomOut', 'M3 8h10', 'graph')}
${icon('zoom-in', 'zoomIn', 'M3 8h10M8 3v10', 'graph')}
${icon('fit', 'fit', 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10', 'graph')}
<button type="button" id="save-svg" data-title="exportSvg" ${named(text('exportSvg'))}>SVG</button>
<button type="button" id="save-png" data-title="exportPng" ${named(text('exportPng'))}>PNG</button>
</header>
<main>
<div class="panel" id="graph" role="tabpanel" aria-labelledby="graph-tab">
<svg class="canvas" id="canvas" role="tree" aria-label="${escaped(text('graph'))}"></svg>
<p class="message" id="message" role="status" hidden></p>
</div>
<div class="panel" id="sizes" role="tabpanel" aria-labelledby="sizes-tab" hidden></div>
</main>
<div class="status" id="status" role="status"></div>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>
`;
}

function named(text: string): string {
  return `aria-label="${escaped(text)}" title="${escaped(text)}"`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
