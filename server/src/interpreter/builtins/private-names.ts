/** `__name` in a class body means `_Class__name`. */

export function isPrivate(name: string): boolean {
  return name.charCodeAt(0) === 95 && name.charCodeAt(1) === 95 && !name.endsWith('__');
}

export function mangled(className: string, name: string): string {
  const stem = className.replace(/^_+/, '');
  return stem === '' ? name : `_${stem}${name}`;
}
