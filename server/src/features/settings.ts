/**
 * Every setting, declared once. The manifest's `contributes.configuration` is made from this table
 * (`scripts/generate.mjs`), and a test holds both together.
 */
import type { Generation } from '../values/context';

export interface SettingSchema {
  readonly type: 'boolean' | 'object' | 'string' | 'array';
  readonly default: unknown;
  /** What a string may be. */
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  /** Markdown, one or two sentences. */
  readonly description: string;
  /** JSON schema of an array's items. */
  readonly items?: Readonly<Record<string, unknown>>;
  /** Whether each folder of a workspace may have its own. */
  readonly scope?: 'resource' | 'window' | 'machine-overridable';
  /** JSON schema of an object's values. */
  readonly additionalProperties?: Readonly<Record<string, unknown>>;
}

/** What a person can say of a rule. */
export type RuleLevel = 'error' | 'warning' | 'information' | 'hint' | 'off';
export const RULE_LEVELS: readonly RuleLevel[] = ['error', 'warning', 'information', 'hint', 'off'];

export const SETTING_PREFIX = 'kerasShapes';

/** By key below `kerasShapes.`, in the order in which the settings editor shows them. */
export const SETTINGS = {
  generation: {
    type: 'string',
    enum: ['auto', 'keras3', 'keras2', 'keras1'],
    markdownEnumDescriptions: [
      'What the text of each program is written for.',
      'Keras 3: `import keras`.',
      'Keras 2, as in TensorFlow up to 2.15: `tf.keras`.',
      'Keras 1 and its spellings: `border_mode`, `nb_filter`.',
    ],
    default: 'auto',
    description: 'Which Keras programs are read as.',
  },
  extraPaths: {
    type: 'array',
    items: { type: 'string' },
    default: [],
    description:
      'Folders in which imported packages are looked for, besides those of the workspace: their source is read, and not run. Relative to the workspace; `~` is your home. Not taken from workspaces that are not trusted.',
  },
  'hints.enabled': {
    type: 'boolean',
    default: true,
    description: 'Show hints in the code. This is the switch for all kinds of hints below.',
  },
  'hints.shapes': {
    type: 'boolean',
    default: true,
    description: 'Show the shape of a tensor at the end of the line that makes it: `(None, 14, 14, 16)`.',
  },
  'hints.operations': {
    type: 'boolean',
    default: true,
    description:
      'Show shapes for operations too (`x + y`, `ops.reshape(x, …)`), not only for layers, inputs and models.',
  },
  'hints.windows': {
    type: 'boolean',
    default: true,
    description:
      'Show what a convolution or pooling layer does to the size (`28→14`) where a default of the layer decides it and the line does not say so.',
  },
  'hints.sizes': {
    type: 'boolean',
    default: true,
    description: 'Show which sizes an input that leaves them open may have: `h, w: multiples of 16`.',
  },
  'hints.arguments': {
    type: 'boolean',
    default: true,
    description:
      'Show arguments that are left out and change the size: `strides=(2, 2)`, `padding="valid"`. A double click writes them into the code.',
  },
  'hints.data': {
    type: 'boolean',
    default: false,
    description: 'Show what data sets give at each step, too: `(None, 28, 28), (None,)` behind `ds = ds.batch(32)`.',
  },
  'hints.format': {
    type: 'string',
    enum: ['full', 'short'],
    markdownEnumDescriptions: ['As Keras prints it: `(None, 14, 14, 16)`.', 'Without the batch axis: `14×14×16`.'],
    default: 'full',
    description: 'How shapes are written in hints.',
  },
  'hints.align': {
    type: 'boolean',
    default: false,
    description: 'Put the shapes of consecutive lines into one column.',
  },
  'diagnostics.enabled': {
    type: 'boolean',
    default: true,
    description: 'Report what Keras will refuse, and shapes that disagree.',
  },
  'diagnostics.levels': {
    type: 'object',
    default: {},
    description:
      'How loud each rule is: `{ "shape-comment": "information", "autoencoder-size": "off" }`. What holds only for parameters at their defaults is never an error.',
    additionalProperties: { type: 'string', enum: RULE_LEVELS },
  },
  'lens.enabled': {
    type: 'boolean',
    default: true,
    description: 'Show the number of parameters above the line that makes a model.',
  },
  'lens.callers': {
    type: 'boolean',
    default: true,
    description:
      'Above a function that is called several times, offer to choose the call whose shapes are shown in it. Going to the function from one of its calls chooses that one.',
  },
  'completion.enabled': {
    type: 'boolean',
    default: true,
    description: 'Inside the call of a layer, offer its arguments and their values with the shapes they lead to.',
  },
  'statusBar.enabled': {
    type: 'boolean',
    default: true,
    description:
      'Show the model at the cursor in the status bar: its parameters, its problems, the Keras it is read as.',
  },
  callHierarchy: {
    type: 'string',
    enum: ['auto', 'on', 'off'],
    markdownEnumDescriptions: [
      'Where no other extension for Python has a call hierarchy of its own.',
      'Always, in place of the call hierarchy of Python.',
      'Never.',
    ],
    default: 'auto',
    description:
      'Show what feeds a layer, and where its output goes, as its call hierarchy. An editor asks one extension alone.',
  },
} as const satisfies Record<string, SettingSchema>;

export type SettingKey = keyof typeof SETTINGS;

export interface Settings {
  readonly generation: 'auto' | Generation;
  readonly extraPaths: readonly string[];
  readonly hints: {
    readonly enabled: boolean;
    readonly shapes: boolean;
    readonly operations: boolean;
    readonly windows: boolean;
    readonly sizes: boolean;
    readonly arguments: boolean;
    readonly data: boolean;
    readonly format: 'full' | 'short';
    readonly align: boolean;
  };
  readonly diagnostics: { readonly enabled: boolean; readonly levels: Readonly<Record<string, RuleLevel>> };
  readonly lens: { readonly enabled: boolean; readonly callers: boolean };
  readonly completion: { readonly enabled: boolean };
  readonly statusBar: { readonly enabled: boolean };
  readonly callHierarchy: 'auto' | 'on' | 'off';
}

export const DEFAULT_SETTINGS: Settings = readSettings({});

/**
 * Settings from what an editor sends for the section `kerasShapes`: nested objects, dotted keys, or
 * nothing. What is missing or of the wrong type counts as its default; of the rules' levels each for itself.
 */
export function readSettings(section: unknown): Settings {
  const result: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries<SettingSchema>(SETTINGS)) {
    const [group = key, name] = key.split('.');
    const given = valueAt(section, key);
    const value = schema.type === 'object' ? levelsIn(given) : matches(given, schema) ? given : schema.default;
    result[group] = name === undefined ? value : { ...(result[group] as object | undefined), [name]: value };
  }
  return result as unknown as Settings;
}

function valueAt(section: unknown, key: string): unknown {
  if (!isObject(section)) return undefined;
  if (key in section) return section[key];
  let at: unknown = section;
  for (const part of key.split('.')) at = isObject(at) ? at[part] : undefined;
  return at;
}

function matches(value: unknown, schema: SettingSchema): boolean {
  if (schema.type === 'boolean') return typeof value === 'boolean';
  if (schema.type === 'array') return Array.isArray(value) && value.every((item) => typeof item === 'string');
  return typeof value === 'string' && (schema.enum?.includes(value) ?? true);
}

function levelsIn(given: unknown): Record<string, unknown> {
  const isLevel = ([, level]: [string, unknown]) => RULE_LEVELS.some((known) => known === level);
  return isObject(given) ? Object.fromEntries(Object.entries(given).filter(isLevel)) : {};
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
