/** Sentences in the editor's language. */

/** Turns what was written in English into the language of the person; what is not known stays as it is. */
export type Translate = (text: string) => string;

/** `[English, translation]`, with `{0}`, `{1}` … where something of the program stands. */
export type Template = readonly [english: string, translation: string];

/** Loaded when someone speaks them: they are as long as a chapter. */
const LANGUAGES: Readonly<Record<string, () => Promise<readonly Template[]>>> = {
  'zh-cn': async () => (await import('./zh-cn')).ZH_CN,
};

/** Sentences that are kept as they were found: hovers and problems say the same again and again. */
const MOST_KEPT = 2000;

export const unchanged: Translate = (text) => text;

/** For a locale as editors name it: `en`, `zh-cn`. */
export async function translatorFor(locale: string | undefined): Promise<Translate> {
  const load = LANGUAGES[locale?.toLowerCase() ?? 'en'];
  return load ? translator(await load()) : unchanged;
}

interface Compiled {
  readonly pattern: RegExp;
  /** Its own texts: what lacks them in this order need not be held against the pattern, which is slow to say no. */
  readonly pieces: readonly string[];
  /** The numbers of the places, in the order in which English has them. */
  readonly places: readonly number[];
  readonly translation: string;
  /** How many letters are the template's own. */
  readonly own: number;
}

/** A line of Markdown begins with its bullet and its emphasis. */
const HEAD = /^\s*(?:[-*] )?(?:\*(?!\*))?/;
/** It ends with its full stop, its emphasis, and blanks. */
const TAIL = /(\.?)((?<!\*)\*?(?<!\s)\s*)$/;

/** What stands between the parts of a line that are said by themselves. */
const BETWEEN = /( — | · )/;

/** Line by line: each line is a sentence, or some of them with `·` between. The template that says most counts. */
export function translator(templates: readonly Template[]): Translate {
  const compiled = templates.map(compile).sort((a, b) => b.own - a.own);
  const kept = new Map<string, string | null>();
  const found = (text: string): string | null => {
    for (const { pattern, pieces, places, translation } of compiled) {
      const match = hasInOrder(text, pieces) ? pattern.exec(text) : null;
      if (!match) continue;
      const values = places.map((place, i) => [place, match[i + 1] ?? ''] as const);
      const said = filled(text.includes('`') ? translation : translation.replaceAll('`', ''), new Map(values));
      if (said !== null) return said;
    }
    return null;
  };
  /** Null where words stand in a place that have no translation: half a sentence is worse than none. */
  const filled = (translation: string, values: ReadonlyMap<number, string>): string | null => {
    let isWhole = true;
    const said = translation.replace(/\{(\d+)(:t)?\}/g, (_, place: string, isText: string | undefined) => {
      const value = values.get(Number(place)) ?? '';
      const part = isText ? sentence(value) : null;
      if (part === null && hasWords(value)) isWhole = false;
      return part ?? value;
    });
    return isWhole ? said : null;
  };
  const sentence = (text: string): string | null => {
    const before = kept.get(text);
    if (before !== undefined) return before;
    const said = found(text);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, said);
    return said;
  };
  const line = (text: string): string => {
    const head = HEAD.exec(text)?.[0] ?? '';
    const rest = text.slice(head.length);
    const [all = '', stop = '', tail = ''] = TAIL.exec(rest) ?? [];
    const body = rest.slice(0, rest.length - all.length);
    if (body === '') return text;
    const parts = body.split(BETWEEN);
    const said = parts.map((part) => sentence(part) ?? part);
    const isSaid = said.some((part, i) => part !== parts[i]);
    return head + said.join('') + (stop && isSaid ? '。' : stop) + tail;
  };
  return (text) => text.split('\n').map(line).join('\n');
}

/** Whether there are words besides names, code and what is quoted or in brackets, or half of what is quoted. */
export function hasWords(text: string): boolean {
  const rest = text.replace(/`[^`]*`|'[^']*'|"[^"]*"|\([^()]*\)|\[[^[\]]*\]/g, '·');
  return /\w[,;:]? [a-z]{2,}/.test(rest) || rest.includes('`');
}

function hasInOrder(text: string, pieces: readonly string[]): boolean {
  let at = 0;
  for (const piece of pieces) {
    at = text.indexOf(piece, at);
    if (at < 0) return false;
    at += piece.length;
  }
  return true;
}

/** What may stand behind a backslash in Markdown; backticks may be missing too. */
const MARKS = /[\\`*_{}[\]()#+\-.!|<>~&$^?]/g;

/** Code spans are gone in some places and there in others; the first letter is a capital at the head of a sentence. */
function compile([english, translation]: Template): Compiled {
  const places: number[] = [];
  let own = 0;
  const parts = english.split(/(\{\d+\})/).map((part) => {
    const place = /^\{(\d+)\}$/.exec(part);
    if (place) {
      places.push(Number(place[1]));
      return '(.+?)';
    }
    own += part.length;
    return part.replace(MARKS, (mark) => (mark === '`' ? '\\\\?`?' : `\\\\?\\${mark}`));
  });
  const source = parts.join('').replace(/^`?\??[a-z]/, (first) => {
    const letter = first.slice(-1);
    return `${first.slice(0, -1)}[${letter}${letter.toUpperCase()}]`;
  });
  const pieces = english
    .slice(/^`?\w/.exec(english)?.[0].length ?? 0)
    .split(/\{\d+\}/)
    .flatMap((piece) => piece.split(MARKS));
  return { pattern: new RegExp(`^${source}$`, 's'), pieces, places, translation, own };
}
