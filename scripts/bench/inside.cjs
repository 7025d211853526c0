// Loaded into the server's process: notes how long it takes from the arrival of a change to the answer that is written next,
// and writes the times into the file that BENCH_TIMES names. Seen from the client, there is what the system takes to wake
// two processes, too, which on few processors is more than all else.

const { writeFileSync } = require('node:fs');

const times = [];
let arrived = null;

const { emit } = process.stdin;
process.stdin.emit = function (event, ...args) {
  if (event === 'data' && args[0].includes('textDocument/didChange')) arrived = performance.now();
  return emit.call(this, event, ...args);
};

const { write } = process.stdout;
process.stdout.write = function (chunk, ...more) {
  const written = write.call(this, chunk, ...more);
  if (arrived !== null && chunk.includes('"result":')) {
    times.push(performance.now() - arrived);
    arrived = null;
  }
  return written;
};

process.on('exit', () => writeFileSync(process.env.BENCH_TIMES, JSON.stringify(times)));
