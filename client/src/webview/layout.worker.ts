/** The layout in a worker: the page stays alive while a large graph is laid out. */
import { type LayoutInput, layOut } from './layout';

/** What a worker's global scope has, of which this needs no more. */
interface WorkerScope {
  onmessage: ((event: { readonly data: { readonly id: number; readonly input: LayoutInput } }) => void) | null;
  postMessage(message: unknown): void;
}

const scope = globalThis as unknown as WorkerScope;
scope.onmessage = ({ data: { id, input } }) => scope.postMessage({ id, layout: layOut(input) });
