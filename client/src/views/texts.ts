// The page's texts in the editor's language.

import { l10n } from 'vscode';
import { STRINGS, type Strings } from '../webview/strings';

export function pageStrings(): Strings {
  return Object.fromEntries(Object.entries(STRINGS).map(([key, text]) => [key, l10n.t(text)])) as Record<
    keyof Strings,
    string
  >;
}
