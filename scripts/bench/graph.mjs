// The graph of 1,000 layers in a browser (npm run editor:install first).

import { loaded } from './loaded.mjs';

/** What is promised: milliseconds until it is drawn. */
const PROMISED = 1000;

/** Prints how long it takes; gives whether it is as quick as promised. */
export async function graph() {
  const { graphTimes } = await loaded('graph.ts');
  const { layers, drawn, frames } = await graphTimes();
  const sorted = [...frames].sort((a, b) => a - b);
  const at = (part) => sorted[Math.floor(sorted.length * part)].toFixed(1);
  console.log(`graph of ${layers} layers: drawn in ${drawn} ms (promised: ${PROMISED})`);
  console.log(`a frame while it is panned: ${at(0.5)} ms (p50), ${at(0.95)} ms (p95)`);
  return drawn < PROMISED;
}
