/**
 * What something gave that a statement asks for again and again, as the turns of a loop do: for as long as nobody else
 * writes to what it has read or written.
 */
import type { Stored } from './heap';
import { type Slots, slotsOf, WHOLE } from './watch';

interface Entry {
  readonly of: object;
  readonly question: string;
  readonly slots: Slots;
  readonly answer: unknown;
}

/** A statement asks few things again; those that it asked first are dropped for others. */
const MOST = 16;

export class Remembered {
  private readonly entries: Entry[] = [];

  /** What `run` gives, or gave to the same question about the same thing. */
  answer<T>(of: object, question: string, run: () => T): T {
    const known = this.entries.find((entry) => entry.of === of && entry.question === question);
    if (known) return known.answer as T;
    const { value, slots } = slotsOf(run);
    if (slots) {
      this.entries.push({ of, question, slots, answer: value });
      if (this.entries.length > MOST) this.entries.shift();
    }
    return value;
  }

  /** A slot is written to, or what was written is taken back. */
  written(target: Stored, key: unknown): void {
    if (this.entries.length === 0) return;
    const unit = target.unit(key);
    for (let i = this.entries.length - 1; i >= 0; i--) {
      const units = this.entries[i]?.slots.get(target);
      if (units && (unit === WHOLE || units.has(unit) || units.has(WHOLE))) this.entries.splice(i, 1);
    }
  }

  forget(): void {
    this.entries.length = 0;
  }
}
