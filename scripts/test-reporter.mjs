// A reporter for Node's test runner that is quiet about what passes: it prints each failure where it happens, names the
// (slow, few) editor tests as they pass, and closes with the runner's own counts.

import { inspect } from 'node:util';

// biome-ignore lint/style/noDefaultExport: Node takes a reporter as the default export.
export default async function* report(events) {
  const open = [];
  for await (const { type, data } of events) {
    if (type === 'test:start') {
      open.length = data.nesting;
      open.push(data.name);
    } else if (type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed') {
      yield `✖ ${[...open.slice(0, data.nesting), data.name].join(' › ')}\n${indent(describe(data.details.error))}\n\n`;
    } else if (
      type === 'test:pass' &&
      data.skip === undefined &&
      data.file?.includes('editor') &&
      data.details.type !== 'suite'
    ) {
      yield `✔ ${[...open.slice(0, data.nesting), data.name].join(' › ')} (${Math.round(data.details.duration_ms)} ms)\n`;
    } else if (type === 'test:stderr' || type === 'test:stdout') {
      yield data.message;
    } else if (type === 'test:diagnostic') {
      yield `ℹ ${data.message}\n`;
    }
  }
}

/** The error that the test threw, without the runner's wrapping. */
function describe(error) {
  const cause = error?.cause ?? error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause, { depth: 5 });
}

function indent(text) {
  return text.replace(/^/gm, '    ');
}
