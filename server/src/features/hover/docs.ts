/** Links to Keras' own pages. */
import { escapeMarkdown } from '../markdown';

export function docsLink(name: string, path: string): string {
  return `[keras.io: ${escapeMarkdown(name)}](https://keras.io/${path})`;
}
