// Keystrokes: a digit is typed behind a number and taken back.

import { timed } from './client.mjs';

/** Lines that are seen at once. */
export const SCREEN = 60;

/**
 * Types at each of some offsets, and takes it back, one keystroke at a time: milliseconds until the hints of the screen
 * around it are there, and what the server's process spends on one.
 */
export async function typing(client, uri, text, places) {
  const times = [];
  const before = client.cpu();
  for (const offset of places) {
    const { line } = positionOf(text, offset);
    for (const [range, typed] of strokes(text, offset)) {
      const [, time] = await timed(async () => {
        await client.edit(uri, range, typed);
        await client.hints(uri, Math.max(0, line - SCREEN / 2), line + SCREEN / 2);
      });
      times.push(time);
    }
  }
  const cpu = before === null ? null : (client.cpu() - before) / times.length;
  times.sort((a, b) => a - b);
  const percentile = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))];
  return { p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99), cpu };
}

/** A digit at an offset, and its removal: ranges and their new texts. */
export function strokes(text, offset) {
  const at = positionOf(text, offset);
  const behind = { line: at.line, character: at.character + 1 };
  return [
    [{ start: at, end: at }, '1'],
    [{ start: at, end: behind }, ''],
  ];
}

function positionOf(text, offset) {
  const line = text.slice(0, offset).split('\n').length - 1;
  return { line, character: offset - (text.lastIndexOf('\n', offset - 1) + 1) };
}
