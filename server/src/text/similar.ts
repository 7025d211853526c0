/** Words that a typing error turns into another. */

/** The word most like `word`, if one is like enough to be meant: few edits for its length. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** What may be meant by `word`, likeliest first: the word most like it, else those that it begins; each spelling once. */
export function meantBy(word: string, known: readonly string[], most = 3): string[] {
  const best = nearest(word, known);
  if (best !== undefined) return [best];
  const plain = (text: string) => text.toLowerCase().replaceAll('_', '');
  if (plain(word) === '') return [];
  const begun = known.filter((name) => plain(name).startsWith(plain(word)));
  // Of two spellings the one in small letters is what is written in strings.
  const spellings = new Map(begun.map((name) => [plain(name), name]));
  for (const name of begun) if (name === name.toLowerCase()) spellings.set(plain(name), name);
  return [...spellings.values()].slice(0, most);
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] as number) + 1);
      }
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}
