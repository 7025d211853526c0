/** Numbers as people read them. */

/** `1234567` as `1,234,567`. */
export function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3}){1,7}$)/g, ',');
}

/** `1.2 M`; up to four digits stand as they are. */
export function short(number: number): string {
  if (number < 10_000) return count(number);
  for (const [unit, size] of UNITS) if (number >= size) return `${threeDigits(number / size)} ${unit}`;
  return count(number);
}

/** `49.0 KB`, by 1,024. */
export function bytes(number: number): string {
  let size = number;
  for (const unit of ['B', 'KB', 'MB', 'GB', 'TB']) {
    if (size < 1024) return unit === 'B' ? `${size} B` : `${threeDigits(size)} ${unit}`;
    size /= 1024;
  }
  return `${threeDigits(size)} PB`;
}

const UNITS: readonly (readonly [string, number])[] = [
  ['T', 1e12],
  ['G', 1e9],
  ['M', 1e6],
  ['k', 1e3],
];

function threeDigits(number: number): string {
  return number >= 100 ? String(Math.round(number)) : number.toPrecision(3);
}
