/** Links to Keras' own pages. */
import { escapeMarkdown } from '../markdown';

export function docsLink(name: string, path: string): string {
  const address = path.includes('://') ? path : `https://keras.io/${path}`;
  const site = new URL(address).hostname.replace(/^www\./, '');
  return `[${site}: ${escapeMarkdown(name)}](${address})`;
}
