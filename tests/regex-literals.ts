/** Finds the regular expressions that a TypeScript file writes as literals. */

export interface RegexLiteral {
  readonly pattern: string;
  readonly flags: string;
  readonly line: number;
}

/** After these a slash begins a regular expression; after anything else it divides. */
const BEFORE = /(?:[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|of|in|yield|await|new|else))$/;

export function regexLiterals(source: string): RegexLiteral[] {
  const found: RegexLiteral[] = [];
  /** Code read so far on the way, as far as it tells what a slash means. */
  let before = '';
  /** Depth of braces at which each template goes on. */
  const templates: number[] = [];
  let depth = 0;
  let wasBlank = false;
  let at = 0;
  const lineOf = (offset: number) => source.slice(0, offset).split('\n').length;
  const template = (): void => {
    while (at < source.length) {
      if (source[at] === '\\') at += 2;
      else if (source[at] === '`') {
        at += 1;
        return;
      } else if (source.startsWith('${', at)) {
        at += 2;
        templates.push(depth);
        depth += 1;
        before = '{';
        return;
      } else at += 1;
    }
  };
  while (at < source.length) {
    const char = source[at] as string;
    if (source.startsWith('//', at)) at = endOf(source, '\n', at);
    else if (source.startsWith('/*', at)) at = endOf(source, '*/', at) + 2;
    else if (char === '"' || char === "'") {
      at += 1;
      while (at < source.length && source[at] !== char) at += source[at] === '\\' ? 2 : 1;
      at += 1;
      before = 'x';
    } else if (char === '`') {
      at += 1;
      before = 'x';
      template();
    } else if (char === '/' && (before === '' || BEFORE.test(before))) {
      const start = at;
      at += 1;
      let inClass = false;
      while (source[at] !== '/' || inClass) {
        if (source[at] === '\\') at += 1;
        else if (source[at] === '[') inClass = true;
        else if (source[at] === ']') inClass = false;
        at += 1;
      }
      const pattern = source.slice(start + 1, at);
      at += 1;
      const flags = /^[a-z]*/.exec(source.slice(at))?.[0] ?? '';
      at += flags.length;
      found.push({ pattern, flags, line: lineOf(start) });
      before = 'x';
    } else {
      if (char === '{') depth += 1;
      if (char === '}') {
        depth -= 1;
        if (templates.at(-1) === depth) {
          templates.pop();
          at += 1;
          before = 'x';
          template();
          continue;
        }
      }
      // A word begins anew behind a blank: `x of /…/` is not `xof`.
      if (/\s/.test(char)) wasBlank = true;
      else {
        before = ((wasBlank && /\w$/.test(before) && /\w/.test(char) ? '' : before) + char).slice(-12);
        wasBlank = false;
      }
      at += 1;
    }
  }
  return found;
}

function endOf(source: string, what: string, from: number): number {
  const end = source.indexOf(what, from);
  return end === -1 ? source.length : end;
}
