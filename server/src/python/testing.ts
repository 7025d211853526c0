/** What tests of this room share: one parser, and trees as short texts. */

import { readParserFiles } from '../node/wasm';
import type { Node, ParsedModule } from './ast';
import { createParser, type PythonParser } from './parse';

let parser: Promise<PythonParser> | undefined;

/** The parser of all tests. */
export function testParser(): Promise<PythonParser> {
  parser ??= createParser(readParserFiles());
  return parser;
}

/** A text's trees without places, one top-level statement a line: `Assign(targets=[x], value=Call(func=f, …))`. */
export async function show(text: string): Promise<string> {
  const { items } = (await testParser()).parse(text);
  return items.map(({ statement }) => showNode(statement)).join('\n');
}

/** The module as JSON, places and scopes included: equal for equal modules. */
export function serialize(module: ParsedModule): string {
  const { items, comments, problems } = module;
  return JSON.stringify({ items, comments, problems }, (_key, value: unknown) => {
    if (value instanceof Set) return [...value].sort();
    return typeof value === 'bigint' ? `${value}n` : value;
  });
}

/** A node's text in its file. */
export function textOf(module: ParsedModule, item: number, node: Node): string {
  const start = module.items[item]?.start ?? 0;
  return module.text.slice(start + node.start, start + node.end);
}

/** Fields that say where something stands, or follow from others. */
const LEFT_OUT = new Set(['kind', 'start', 'end', 'attrStart', 'nameStart', 'closing', 'scope']);

function showNode(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(showNode).join(', ')}]`;
  if (value instanceof Uint8Array) return `b${JSON.stringify(String.fromCharCode(...value))}`;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  const { kind } = Object.fromEntries(entries);
  const fields = entries.filter(([name, field]) => !LEFT_OUT.has(name) && !isDefault(field));
  if (kind === 'Name') return String(fields[0]?.[1]);
  if (kind === 'Constant') return showConstant(fields[0]?.[1]);
  const shown = fields.map(([name, field]) => `${name}=${showNode(field)}`).join(', ');
  return kind === undefined ? `{${shown}}` : `${String(kind)}(${shown})`;
}

function showConstant(constant: unknown): string {
  const { type, value, imaginary } = Object(constant);
  if (type === 'complex') return `${imaginary}j`;
  if (type === 'float') return Number.isInteger(value) ? `${value}.0` : String(value);
  if (type === 'int' || type === 'str' || type === 'bytes') return showNode(value);
  return type === 'bool' ? (value ? 'True' : 'False') : type === 'Ellipsis' ? '...' : 'None';
}

/** What most nodes have, and says nothing. */
function isDefault(field: unknown): boolean {
  return field === null || field === false || (Array.isArray(field) && field.length === 0);
}
