/** Sees when the server hangs: it answers each question at once, however long a program is. */
export class Watchdog {
  private asked: Promise<unknown> | null = null;
  private silent = 0;

  /**
   * @param ask asks the server something that it answers at once; null where it does not run
   * @param patience after so many ticks without an answer it hangs. Ticks, for a computer that has slept has not waited
   */
  constructor(
    private readonly ask: () => Promise<unknown> | null,
    private readonly patience: number,
    private readonly onHang: () => void,
  ) {}

  /** To be called at regular times. */
  tick(): void {
    if (!this.asked) {
      this.asked = this.ask();
      this.silent = 0;
      const { asked } = this;
      const answered = (): void => {
        if (this.asked === asked) this.asked = null;
      };
      asked?.then(answered, answered);
      return;
    }
    this.silent += 1;
    if (this.silent < this.patience) return;
    this.asked = null;
    this.onHang();
  }
}
