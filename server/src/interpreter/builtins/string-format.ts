/** `template.format(…)`: replacement fields with attributes, indexes, conversions and nested specs. */
import type { Context } from '../../values/context';
import { int, isUnknownValue, str, type UnknownValue, type Value } from '../../values/value';
import { formatOf } from './format-spec';
import { noAttribute } from './object-functions';
import { subscript } from './operations';
import { escapeNonAscii } from './string-text';
import { reprOf, strOf } from './text';

type Text = string | UnknownValue;

/** Where fields get their values. */
interface Source {
  readonly positional: readonly Value[];
  keyword(name: string): Value;
  /** The number that the next `{}` has; null once fields are numbered by hand. */
  automatic: number | null;
  manual: boolean;
}

/** `template.format(*positional, **keywords)` */
export function formatTemplate(
  template: string,
  positional: readonly Value[],
  keyword: (name: string) => Value | undefined,
  context: Context,
): Text {
  const source: Source = {
    positional,
    keyword: (name) => keyword(name) ?? missingKey(name, context),
    automatic: 0,
    manual: false,
  };
  return render(template, source, 2, context);
}

function missingKey(name: string, context: Context): never {
  return context.raise('KeyError', name);
}

function render(template: string, source: Source, depth: number, context: Context): Text {
  if (depth === 0) return context.raise('ValueError', 'Max string recursion exceeded');
  let result = '';
  for (let i = 0; i < template.length; i++) {
    const character = template.charAt(i);
    if (character === '}') {
      if (template.charAt(i + 1) !== '}') return context.raise('ValueError', "Single '}' encountered in format string");
      result += '}';
      i += 1;
    } else if (character !== '{') result += character;
    else if (template.charAt(i + 1) === '{') {
      result += '{';
      i += 1;
    } else {
      if (i === template.length - 1) return context.raise('ValueError', "Single '{' encountered in format string");
      const end = endOfField(template, i + 1, context);
      const text = renderField(template.slice(i + 1, end), source, depth, context);
      if (typeof text !== 'string') return text;
      result += text;
      i = end;
    }
  }
  return result;
}

/** The offset of the closing brace of a field. */
function endOfField(template: string, start: number, context: Context): number {
  let level = 0;
  let bracket = false;
  for (let i = start; i < template.length; i++) {
    const character = template.charAt(i);
    if (character === '[' && level === 0) bracket = true;
    else if (character === ']') bracket = false;
    else if (bracket) continue;
    else if (character === '{') level += 1;
    else if (character === '}') {
      if (level === 0) return i;
      level -= 1;
    }
  }
  return context.raise('ValueError', unfinished(template.slice(start)));
}

/** What CPython says of a field that does not end. */
function unfinished(field: string): string {
  const mark = /^(?:[^[\]{}:!]|\[[^\]]*\])*([:!])/.exec(field);
  if (!mark) return "expected '}' before end of string";
  const [name, character] = mark;
  if (character === '!') {
    if (field.length === name.length) return 'end of string while looking for conversion specifier';
    if (!/^(?:[:}]|$)/.test(field.slice(name.length + 1))) return "expected ':' after conversion specifier";
  }
  return "unmatched '{' in format spec";
}

function renderField(field: string, source: Source, depth: number, context: Context): Text {
  const { name, conversion, spec } = splitField(field, context);
  const value = lookUp(name, source, context);
  if (isUnknownValue(value)) return value;
  const specText = spec.includes('{') ? render(spec, source, depth - 1, context) : spec;
  if (typeof specText !== 'string') return specText;
  const converted = convert(value, conversion, context);
  return isUnknownValue(converted) ? converted : formatOf(converted, specText, context);
}

function splitField(field: string, context: Context): { name: string; conversion: string; spec: string } {
  let end = 0;
  let bracket = false;
  for (; end < field.length; end++) {
    const character = field.charAt(end);
    if (character === '[') bracket = true;
    else if (character === ']') bracket = false;
    else if (!bracket && (character === '!' || character === ':')) break;
    else if (!bracket && character === '{') context.raise('ValueError', "unexpected '{' in field name");
  }
  const name = field.slice(0, end);
  if (field.charAt(end) !== '!') return { name, conversion: '', spec: field.slice(end + 1) };
  const conversion = field.charAt(end + 1);
  if (conversion === '') return context.raise('ValueError', 'end of string while looking for conversion specifier');
  const after = field.charAt(end + 2);
  if (after !== '' && after !== ':') context.raise('ValueError', "expected ':' after conversion specifier");
  return { name, conversion, spec: field.slice(end + 3) };
}

/** `!r`, `!s`, `!a` */
export function convert(value: Value, conversion: string, context: Context): Value {
  if (conversion === '') return value;
  if (!'rsa'.includes(conversion)) {
    return context.raise('ValueError', `Unknown conversion specifier ${conversion}`);
  }
  const text = conversion === 's' ? strOf(value, context) : reprOf(value, context);
  if (typeof text !== 'string') return text;
  return str(conversion === 'a' ? escapeNonAscii(text) : text);
}

const FIRST = /^[^.[]*/;
const STEP = /\.([^.[]*)|\[([^\]]*)(\]?)/y;

function lookUp(name: string, source: Source, context: Context): Value {
  const first = FIRST.exec(name)?.[0] ?? '';
  let value = firstValue(first, source, context);
  STEP.lastIndex = first.length;
  while (STEP.lastIndex < name.length) {
    const found = STEP.exec(name);
    if (!found) return context.raise('ValueError', "Only '.' or '[' may follow ']' in format field specifier");
    const [, attribute, key, closing] = found;
    if (attribute === '' || (key === '' && closing)) {
      return context.raise('ValueError', 'Empty attribute in format string');
    }
    if (attribute !== undefined) value = attributeOf(value, attribute, context);
    else {
      if (!closing) return context.raise('ValueError', "Missing ']' in format string");
      value = subscript(value, /^\d+$/.test(key as string) ? int(Number(key)) : str(key as string), context);
    }
    if (isUnknownValue(value)) return value;
  }
  return value;
}

function attributeOf(value: Value, name: string, context: Context): Value {
  const found = context.attribute(value, name);
  if (found !== undefined) return found;
  return noAttribute(value, name, context);
}

function firstValue(first: string, source: Source, context: Context): Value {
  if (first === '') {
    if (source.manual) {
      return context.raise('ValueError', 'cannot switch from manual field specification to automatic field numbering');
    }
    const index = source.automatic ?? 0;
    source.automatic = index + 1;
    return at(index, source, context);
  }
  if (!/^\d+$/.test(first)) return source.keyword(first);
  if (source.automatic !== null && source.automatic > 0) {
    return context.raise('ValueError', 'cannot switch from automatic field numbering to manual field specification');
  }
  source.manual = true;
  return at(Number(first), source, context);
}

function at(index: number, source: Source, context: Context): Value {
  const value = source.positional[index];
  if (value !== undefined) return value;
  return context.raise('IndexError', `Replacement index ${index} out of range for positional args tuple`);
}
