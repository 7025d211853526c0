/** Text to bytes and back, for the encodings that programs name in their text. */
import type { Context } from '../../values/context';
import { type BytesValue, int, str, type UnknownValue, type Value } from '../../values/value';
import { plain } from './boxed';
import { raiseWith } from './exception-state';
import { typeName } from './special';
import { latin1 } from './string-text';

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

/** What error handlers write for a character that an encoding lacks. */
const REPLACING: Readonly<Record<string, (code: number) => string>> = {
  xmlcharrefreplace: (code) => `&#${code};`,
  backslashreplace: (code) => {
    const digits = code.toString(16);
    if (code < 0x100) return `\\x${digits.padStart(2, '0')}`;
    return code < 0x10000 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
  },
};

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
    else if (REPLACING[handling]) bytes.push(...new TextEncoder().encode(REPLACING[handling](code)));
    else if (handling !== 'ignore') {
      if (handling !== 'strict') return context.unknown(`the error handler ${handling} is not followed`);
      const details = [
        str(encoding),
        str(text),
        int(position),
        int(position + 1),
        str(`ordinal not in range(${limit})`),
      ];
      return raiseWith('UnicodeEncodeError', details, context);
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
  if (encoding === 'latin-1') return latin1(bytes.value);
  const valid = encoding === 'ascii' ? bytes.value.every((byte) => byte < 0x80) : true;
  if (valid) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.value);
    } catch {
      // Not valid: below.
    }
  }
  const handling = errors?.kind === 'str' ? errors.value : 'strict';
  let text = '';
  for (let at = 0; at < bytes.value.length; ) {
    const { length, reason } = encoding === 'ascii' ? asciiAt(bytes.value, at) : utf8At(bytes.value, at);
    const part = bytes.value.subarray(at, at + length);
    if (reason === null) text += new TextDecoder('utf-8', { ignoreBOM: true }).decode(part);
    else if (handling === 'replace') text += '\ufffd';
    else if (handling === 'backslashreplace') {
      text += Array.from(part, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
    } else if (handling === 'strict') {
      const details = [str(encoding), bytes, int(at), int(at + length), str(reason)];
      return raiseWith('UnicodeDecodeError', details, context);
    } else if (handling !== 'ignore') return context.unknown(`the error handler ${handling} is not followed`);
    at += length;
  }
  return text;
}

interface Decoded {
  /** How many bytes make the character, or are wrong together. */
  readonly length: number;
  /** What is wrong with them. */
  readonly reason: string | null;
}

function asciiAt(bytes: Uint8Array, at: number): Decoded {
  return { length: 1, reason: (bytes[at] as number) < 0x80 ? null : 'ordinal not in range(128)' };
}

/** One character of UTF-8, or as many bytes as CPython takes for one mistake. */
function utf8At(bytes: Uint8Array, at: number): Decoded {
  const first = bytes[at] as number;
  if (first < 0x80) return { length: 1, reason: null };
  const more =
    first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : 0;
  if (more === 0) return { length: 1, reason: 'invalid start byte' };
  for (let i = 1; i <= more; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return { length: i, reason: 'unexpected end of data' };
    const low = i > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const high = i > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) return { length: i, reason: 'invalid continuation byte' };
  }
  return { length: more + 1, reason: null };
}

/** The `encoding` and `errors` of `str(…)` and `bytes(…)` must be strings, whatever is to be converted. */
export function checkNames(
  callee: string,
  encoding: Value | undefined,
  errors: Value | undefined,
  context: Context,
): void {
  for (const [name, value] of [
    ['encoding', encoding],
    ['errors', errors],
  ] as const) {
    if (value === undefined || plain(value).kind === 'str' || value.kind === 'unknown') continue;
    context.raise('TypeError', `${callee}() argument '${name}' must be str, not ${typeName(value, context)}`);
  }
}
