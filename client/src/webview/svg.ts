/** Making SVG elements. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

const canvas = document.createElement('canvas').getContext('2d');
const widths = new Map<string, number>();

/** How wide a text is, in pixels. */
export function textWidth(text: string, font: string): number {
  const key = `${font}\n${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (canvas) canvas.font = font;
  const width = canvas?.measureText(text).width ?? text.length * 7;
  widths.set(key, width);
  return width;
}

/** The text, cut with an ellipsis where it is wider than `most`. */
export function cutText(text: string, font: string, most: number): string {
  if (textWidth(text, font) <= most) return text;
  let [fits, cut] = [0, text.length];
  while (fits + 1 < cut) {
    const middle = (fits + cut) >> 1;
    if (textWidth(`${text.slice(0, middle)}…`, font) <= most) fits = middle;
    else cut = middle;
  }
  return `${text.slice(0, fits)}…`;
}
