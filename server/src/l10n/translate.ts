/** Sentences in the editor's language. */
import { ZH_CN } from './zh-cn';

/** Turns what was written in English into the language of the person; what is not known stays as it is. */
export type Translate = (text: string) => string;

/** `[English, translation]`, with `{0}`, `{1}` … where something of the program stands. */
export type Template = readonly [english: string, translation: string];

const LANGUAGES: Readonly<Record<string, readonly Template[]>> = { 'zh-cn': ZH_CN };

export const unchanged: Translate = (text) => text;

/** For a locale as editors name it: `en`, `zh-cn`. */
export function translatorFor(locale: string | undefined): Translate {
  const templates = LANGUAGES[locale?.toLowerCase() ?? 'en'];
  return templates ? translator(templates) : unchanged;
}

interface Compiled {
  readonly pattern: RegExp;
  /** The numbers of the places, in the order in which English has them. */
  readonly places: readonly number[];
  readonly translation: string;
}

/** Line by line: each line is a sentence. */
export function translator(templates: readonly Template[]): Translate {
  const compiled = templates.map(compile);
  const sentence = (text: string): string | null => {
    for (const { pattern, places, translation } of compiled) {
      const match = pattern.exec(text);
      if (!match) continue;
      const values = new Map(places.map((place, i) => [place, match[i + 1] ?? '']));
      return translation.replace(/\{(\d+)(:t)?\}/g, (_, place: string, isText: string | undefined) => {
        const value = values.get(Number(place)) ?? '';
        return isText ? (sentence(value) ?? value) : value;
      });
    }
    return null;
  };
  return (text) =>
    text
      .split('\n')
      .map((line) => {
        const [, space = '', body = '', stop = ''] = /^(\s*)(.*?)([.]?)$/.exec(line) ?? [];
        const found = body === '' ? null : sentence(body);
        return found === null ? line : space + found + (stop === '' ? '' : '。');
      })
      .join('\n');
}

/** Code spans are gone when a sentence reaches the editor, and its first letter is a capital. */
function compile([english, translation]: Template): Compiled {
  const places: number[] = [];
  const plain = english.replaceAll('`', '');
  const first = plain.charAt(0);
  const source = plain
    .split(/(\{\d+\})/)
    .map((part) => {
      const place = /^\{(\d+)\}$/.exec(part);
      if (!place) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      places.push(Number(place[1]));
      return '(.+?)';
    })
    .join('');
  const anyCase = /[a-z]/.test(first) ? `[${first}${first.toUpperCase()}]${source.slice(1)}` : source;
  return { pattern: new RegExp(`^${anyCase}$`, 's'), places, translation: translation.replaceAll('`', '') };
}
