/** How long the graph of 1,000 layers takes in a browser: drawn for the first time, and moved by the wheel. */
import { deepProgram, LonePage } from '../../editor-tests/page';

export interface GraphTimes {
  readonly layers: number;
  /** Milliseconds from the graph's arrival on the page until it is drawn: sizes, layout, elements. */
  readonly drawn: number;
  /** Milliseconds of each frame while the graph is panned. */
  readonly frames: readonly number[];
}

export async function graphTimes(): Promise<GraphTimes> {
  const lone = await LonePage.open('light');
  try {
    const { graph } = await lone.show(deepProgram(333));
    await lone.page.waitForFunction('document.documentElement.dataset.drawn !== undefined');
    const drawn = Number(await lone.page.evaluate('document.documentElement.dataset.drawn'));
    const frames = (await lone.page.evaluate(panned)) as number[];
    return { layers: graph.nodes.length, drawn, frames };
  } finally {
    await lone.close();
  }
}

/** Turns the wheel in each of 120 frames. */
const panned = `new Promise((done) => {
  const canvas = document.getElementById('canvas');
  const times = [];
  let last = performance.now();
  const step = (now) => {
    times.push(now - last);
    last = now;
    if (times.length > 120) return done(times.slice(1));
    canvas.dispatchEvent(new WheelEvent('wheel', { deltaY: 120, cancelable: true }));
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})`;
