/** Which part of the drawing is on screen, and at what scale: moved by wheel, mouse, fingers and keys. */
import type { Point, Rectangle } from './layout';

export const SCALES = { least: 0.05, most: 3 };

export class Viewport {
  /** Where the drawing's origin is on screen. */
  private x = 0;
  private y = 0;
  scale = 1;
  private frame = 0;
  private readonly pointers = new Map<number, Point>();
  private moved = false;

  constructor(
    private readonly element: SVGSVGElement,
    private readonly changed: () => void,
  ) {
    element.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    element.addEventListener('pointerdown', (event) => this.down(event));
    element.addEventListener('pointermove', (event) => this.drag(event));
    for (const end of ['pointerup', 'pointercancel'] as const)
      element.addEventListener(end, ({ pointerId }) => this.up(pointerId));
    new ResizeObserver(() => this.draw()).observe(element);
  }

  get transform(): string {
    return `translate(${this.x} ${this.y}) scale(${this.scale})`;
  }

  /** The part of the drawing that is on screen, with a margin around it. */
  visible(margin = 200): Rectangle {
    const { width, height } = this.size();
    return {
      x: (-margin - this.x) / this.scale,
      y: (-margin - this.y) / this.scale,
      width: (width + 2 * margin) / this.scale,
      height: (height + 2 * margin) / this.scale,
    };
  }

  /** Whether the last press of the mouse moved the drawing: then it was no click. */
  get wasDragged(): boolean {
    return this.moved;
  }

  /** Shows the whole of a drawing, or its upper part where all of it would be too small to read. */
  fit(width: number, height: number): void {
    const screen = this.size();
    const whole = Math.min((screen.width - 40) / width, (screen.height - 40) / height);
    this.scale = clamp(whole >= 0.6 ? Math.min(1, whole) : Math.min(1, Math.max(0.6, (screen.width - 40) / width)));
    this.x = (screen.width - width * this.scale) / 2;
    this.y = whole >= 0.6 ? Math.max(20, (screen.height - height * this.scale) / 2) : 20;
    this.draw();
  }

  /** All of it, however small. */
  fitWhole(width: number, height: number): void {
    const screen = this.size();
    this.scale = clamp(Math.min(1, (screen.width - 40) / width, (screen.height - 40) / height));
    this.x = (screen.width - width * this.scale) / 2;
    this.y = (screen.height - height * this.scale) / 2;
    this.draw();
  }

  /** By a factor, around a point of the screen; around its middle where none is given. */
  zoom(factor: number, around?: Point): void {
    const { width, height } = this.size();
    const { x, y } = around ?? { x: width / 2, y: height / 2 };
    const scale = clamp(this.scale * factor);
    this.x = x - ((x - this.x) * scale) / this.scale;
    this.y = y - ((y - this.y) * scale) / this.scale;
    this.scale = scale;
    this.draw();
  }

  pan(x: number, y: number): void {
    this.x += x;
    this.y += y;
    this.draw();
  }

  /** Moves as little as is needed to have a rectangle of the drawing on screen. */
  reveal({ x, y, width, height }: Rectangle, margin = 40): void {
    const screen = this.size();
    if (this.scale < 0.5) this.scale = 0.8;
    const left = x * this.scale + this.x;
    const top = y * this.scale + this.y;
    this.x += shift(left, width * this.scale, screen.width, margin);
    this.y += shift(top, height * this.scale, screen.height, margin);
    this.draw();
  }

  /** Keeps what was at `before` of the drawing where it is on screen, now that it is at `after`. */
  keep(before: Point, after: Point): void {
    this.pan((before.x - after.x) * this.scale, (before.y - after.y) * this.scale);
  }

  private size(): { width: number; height: number } {
    return { width: this.element.clientWidth || 800, height: this.element.clientHeight || 600 };
  }

  private draw(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.changed();
    });
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      const { left, top } = this.element.getBoundingClientRect();
      this.zoom(Math.exp(-event.deltaY * 0.01), { x: event.clientX - left, y: event.clientY - top });
    } else if (event.shiftKey && event.deltaX === 0) this.pan(-event.deltaY, 0);
    else this.pan(-event.deltaX, -event.deltaY);
  }

  private down(event: PointerEvent): void {
    if (event.button > 1) return;
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.moved = false;
  }

  private drag({ pointerId, clientX, clientY }: PointerEvent): void {
    const before = this.pointers.get(pointerId);
    if (!before) return;
    const [x, y] = [clientX - before.x, clientY - before.y];
    if (!this.moved && Math.abs(x) + Math.abs(y) < 4) return;
    if (!this.moved) this.element.setPointerCapture(pointerId);
    this.moved = true;
    this.element.classList.add('dragging');
    this.pointers.set(pointerId, { x: clientX, y: clientY });
    const [other] = [...this.pointers].filter(([id]) => id !== pointerId).map(([, point]) => point);
    if (!other) {
      this.pan(x, y);
      return;
    }
    const { left, top } = this.element.getBoundingClientRect();
    const distance = (point: Point) => Math.hypot(point.x - other.x, point.y - other.y);
    const factor = distance({ x: clientX, y: clientY }) / Math.max(1, distance(before));
    this.zoom(factor, { x: (clientX + other.x) / 2 - left, y: (clientY + other.y) / 2 - top });
  }

  private up(pointerId: number): void {
    this.pointers.delete(pointerId);
    this.element.classList.remove('dragging');
  }
}

function clamp(scale: number): number {
  return Math.min(SCALES.most, Math.max(SCALES.least, scale));
}

function shift(start: number, length: number, room: number, margin: number): number {
  if (length + 2 * margin > room) return start < margin && start + length > room / 2 ? 0 : margin - start;
  if (start < margin) return margin - start;
  return start + length > room - margin ? room - margin - start - length : 0;
}
