/** Every text of the page. The extension hands them over in the editor's language. */
export const STRINGS = {
  graph: 'Graph',
  sizes: 'Sizes',
  views: 'Views of the model',
  model: 'Model',
  search: 'Search layers',
  matches: '{0} of {1}',
  noMatch: 'No layer matches',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show the whole model',
  exportSvg: 'Save as SVG',
  exportPng: 'Save as PNG',
  noModel: 'No model yet: all layers of the file',
  nothing: 'No layers yet. They appear here as soon as the file calls one.',
  closed: 'The file is closed. Open it again to follow it here.',
  graphHelp:
    'Arrow keys follow the connections, Enter goes to the code, Space folds and unfolds a nested model, plus and minus zoom.',
  layer: 'Layer',
  output: 'Output',
  activations: 'Activations',
  weights: 'Parameters',
  parameters: '{0} parameters',
  oneParameter: '1 parameter',
  trainable: '{0} trained',
  sharedLayer: 'shared, counted above',
  unknown: 'not known',
  folded: 'folded, {0} layers inside',
  unfolded: 'unfolded, {0} layers inside',
  from: 'from {0}',
  line: 'line {0}',
  input: 'input',
  total: 'Total',
  perSample: 'Activations of one sample, and parameters, layer by layer',
  countUnit: 'Numbers',
  memoryUnit: 'Memory',
  unit: 'Unit',
  sortBy: 'Sort by {0}',
  goToCode: 'Go to the code of {0}',
} as const;

export type StringKey = keyof typeof STRINGS;
export type Strings = Readonly<Record<StringKey, string>>;

/** Puts `values` into the places `{0}`, `{1}` … of a text. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
