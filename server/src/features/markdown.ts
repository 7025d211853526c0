/** Markdown from text that others wrote: names, code and reasons of the program being edited. */

/** Text that shows as it is. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&$]/g, '\\$&').replace(/\r\n?|\n/g, ' ');
}

/** A code span around any text, its own backticks included. */
export function code(text: string): string {
  const flat = text.replace(/\r\n?|\n/g, ' ');
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = flat.startsWith('`') || flat.endsWith('`') || flat === '' ? ' ' : '';
  return fence + space + flat + space + fence;
}

/** A block of Python. */
export function pythonBlock(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}python\n${text}\n${fence}`;
}

/** `1234567` as `1,234,567`. */
export function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3}){1,7}$)/g, ',');
}

export function plural(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** Our own prose with code spans, as plain text for a terminal or a diagnostic. */
export function withoutCodeSpans(text: string): string {
  return text.replace(/`([^`]*)`/g, '$1');
}
