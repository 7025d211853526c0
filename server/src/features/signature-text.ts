/** Signatures as Python writes them, for who reads them: pages, completion, signature help. */
import { describe } from '../catalogue/params';
import { floatRepr } from '../interpreter/builtins/float-text';
import type { Signature, SignatureParameter } from '../values/arguments';
import type { Value } from '../values/value';

/** `filters, kernel_size, strides=(1, 1), **kwargs` */
export function signatureText({ parameters }: Signature): string {
  const texts: string[] = [];
  let keywordsOnly = false;
  for (const parameter of parameters) {
    if (parameter.kind === 'keyword-only' && !keywordsOnly) texts.push('*');
    if (parameter.kind === 'keyword-only' || parameter.kind === 'var-positional') keywordsOnly = true;
    texts.push(parameterText(parameter));
  }
  return texts.join(', ');
}

/** `strides=(1, 1)` */
export function parameterText({ name, kind, default: value }: SignatureParameter): string {
  if (kind === 'var-keyword') return `**${name}`;
  if (kind === 'var-positional') return `*${name}`;
  return value === null ? name : `${name}=${defaultText(value)}`;
}

/** A default as `repr` prints it: defaults are plain values, so this needs no interpreter. */
export function defaultText(value: Value): string {
  switch (value.kind) {
    case 'None':
    case 'bool':
    case 'int':
      return describe(value);
    case 'float':
      return floatRepr(value.value);
    case 'str':
      return `'${value.value}'`;
    case 'tuple':
      return `(${value.items.map(defaultText).join(', ')}${value.items.length === 1 ? ',' : ''})`;
    case 'list':
      return `[${value.items.map(defaultText).join(', ')}]`;
    default:
      return `<${value.kind}>`;
  }
}
