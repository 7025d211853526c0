/** Replacement templates of `re.sub`: `\1`, `\g<name>` and escapes. */
import type { Pattern } from './parse';

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

/** The text of a template for one match; `refuse` is told of what Python refuses. */
export function expandTemplate(
  template: string,
  pattern: Pattern,
  group: (index: number) => string | null,
  refuse: (message: string) => never,
): string {
  let result = '';
  for (let i = 0; i < template.length; i++) {
    if (template.charAt(i) !== '\\') {
      result += template.charAt(i);
      continue;
    }
    const rest = template.slice(i + 1);
    const named = /^g<([^>]*)>/.exec(rest);
    if (named) {
      result += group(groupNumber(named[1] as string, pattern, i, refuse)) ?? '';
      i += named[0].length;
      continue;
    }
    const octal = /^(0[0-7]{0,2}|[0-3][0-7]{2})/.exec(rest);
    if (octal) {
      result += String.fromCharCode(Number.parseInt(octal[0], 8));
      i += octal[0].length;
      continue;
    }
    const numbered = /^[1-9]\d?/.exec(rest);
    if (numbered) {
      const index = Number(numbered[0]);
      if (index > pattern.groups) refuse(`invalid group reference ${index} at position ${i + 1}`);
      result += group(index) ?? '';
      i += numbered[0].length;
      continue;
    }
    const letter = rest.charAt(0);
    const known = ESCAPES[letter];
    if (known === undefined && /[A-Za-z]/.test(letter)) refuse(`bad escape \\${letter} at position ${i}`);
    if (letter === '') refuse(`bad escape (end of pattern) at position ${i}`);
    result += known ?? `\\${letter}`;
    i += 1;
  }
  return result;
}

function groupNumber(name: string, pattern: Pattern, at: number, refuse: (message: string) => never): number {
  if (/^\d+$/.test(name)) {
    const index = Number(name);
    return index > pattern.groups ? refuse(`invalid group reference ${index} at position ${at + 3}`) : index;
  }
  const index = pattern.names.get(name);
  if (index !== undefined) return index;
  return refuse(`unknown group name '${name}'`);
}
