/** Text to bytes and back, for the encodings that programs name in their text. */
import type { Context } from '../../values/context';
import type { BytesValue, UnknownValue, Value } from '../../values/value';
import { typeName } from './special';

type Encoding = 'utf-8' | 'ascii' | 'latin-1';

function encodingOf(value: Value | undefined, method: string, context: Context): Encoding | UnknownValue {
  if (value === undefined) return 'utf-8';
  if (value.kind !== 'str') {
    return context.raise('TypeError', `${method}() argument 'encoding' must be str, not ${typeName(value, context)}`);
  }
  switch (value.value.toLowerCase().replace(/[ _]/g, '-')) {
    case 'utf-8':
    case 'utf8':
    case 'u8':
      return 'utf-8';
    case 'ascii':
    case 'us-ascii':
      return 'ascii';
    case 'latin-1':
    case 'latin1':
    case 'iso-8859-1':
    case 'iso8859-1':
      return 'latin-1';
    default:
      return context.unknown(`the encoding ${value.value} is not followed`);
  }
}

/** `text.encode(encoding, errors)` */
export function encodeText(text: string, name: Value, errors: Value, context: Context): BytesValue | UnknownValue {
  const encoding = encodingOf(name, 'encode', context);
  if (typeof encoding === 'object') return encoding;
  if (/[\ud800-\udfff]/u.test(text)) return context.unknown('how lone surrogates are encoded is not followed');
  context.spend(text.length >> 4);
  if (encoding === 'utf-8') return { kind: 'bytes', value: new TextEncoder().encode(text) };
  const limit = encoding === 'ascii' ? 0x80 : 0x100;
  const bytes: number[] = [];
  const handling = errors.kind === 'str' ? errors.value : 'strict';
  let position = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < limit) bytes.push(code);
    else if (handling === 'replace') bytes.push(63);
    else if (handling !== 'ignore') {
      if (handling !== 'strict') return context.unknown(`the error handler ${handling} is not followed`);
      const shown =
        code < 0x100
          ? `\\x${code.toString(16)}`
          : code < 0x10000
            ? `\\u${code.toString(16).padStart(4, '0')}`
            : `\\U${code.toString(16).padStart(8, '0')}`;
      return context.raise(
        'UnicodeEncodeError',
        `'${encoding}' codec can't encode character '${shown}' in position ${position}: ordinal not in range(${limit})`,
      );
    }
    position += 1;
  }
  return { kind: 'bytes', value: Uint8Array.from(bytes) };
}

/** `bytes.decode(encoding, errors)` */
export function decodeBytes(
  bytes: BytesValue,
  name: Value | undefined,
  errors: Value | undefined,
  context: Context,
): string | UnknownValue {
  const encoding = encodingOf(name, 'decode', context);
  if (typeof encoding === 'object') return encoding;
  context.spend(bytes.value.length >> 4);
  if (encoding === 'latin-1') return Array.from(bytes.value, (byte) => String.fromCharCode(byte)).join('');
  const valid = encoding === 'ascii' ? bytes.value.every((byte) => byte < 0x80) : true;
  if (valid) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.value);
    } catch {
      // Not valid: below.
    }
  }
  const handling = errors?.kind === 'str' ? errors.value : 'strict';
  if (handling !== 'strict') return context.unknown(`the error handler ${handling} is not followed`);
  return context.raise('UnicodeDecodeError', `'${encoding}' codec can't decode bytes`);
}
