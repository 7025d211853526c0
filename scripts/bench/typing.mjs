// Keystrokes: a digit is typed behind a number and taken back.

import { timed } from './client.mjs';

/** Keystrokes before those that are measured, and the seconds in which the text is read before any. */
const WARMING = 60;
const READING = 5;

/** Lines that are seen at once. */
export const SCREEN = 60;

/**
 * What a person does who opens a file: reads it and types. `places` gives so many places of a text. What is told of the
 * times within the server is there once the client has stopped.
 */
export async function session(client, uri, text, places, keystrokes) {
  await new Promise((resolve) => setTimeout(resolve, READING * 1000));
  await typing(client, uri, text, places(text, WARMING / 2));
  const { seen, cpu } = await typing(client, uri, text, places(text, keystrokes / 2));
  return {
    cpu,
    seen: percentiles(seen),
    /** The first keystrokes. */
    begins: () => percentiles(client.inside.slice(0, WARMING)),
    inside: () => percentiles(client.inside.slice(WARMING, WARMING + keystrokes)),
  };
}

/**
 * Types at each of some offsets, and takes it back, one keystroke at a time: milliseconds until the hints of the screen
 * around it are there, and what the server's process spends on one.
 */
async function typing(client, uri, text, places) {
  const seen = [];
  const before = client.cpu();
  for (const offset of places) {
    const { line } = positionOf(text, offset);
    for (const [range, typed] of strokes(text, offset)) {
      const [, time] = await timed(async () => {
        await client.edit(uri, range, typed);
        await client.hints(uri, Math.max(0, line - SCREEN / 2), line + SCREEN / 2);
      });
      seen.push(time);
    }
  }
  const cpu = before === null ? null : (client.cpu() - before) / seen.length;
  return { seen, cpu };
}

function percentiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
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
