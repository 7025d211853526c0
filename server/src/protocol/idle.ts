/** Milliseconds without a question after which nobody waits for the server. */
const REST = 150;

/** Work for the time in which nobody waits: in short pieces, between which the editor's messages come in. */
export class Idle {
  private readonly timer: NodeJS.Timeout;
  private isResting = false;
  private isDone = false;

  /** @param piece does one piece, and tells whether there is another */
  constructor(private readonly piece: () => boolean) {
    this.timer = setTimeout(() => {
      this.isResting = true;
      this.goOn();
    }, REST).unref();
  }

  /** The server has been asked for something: whoever asks may ask again soon. */
  interrupt(): void {
    this.isResting = false;
    if (!this.isDone) this.timer.refresh();
  }

  private goOn(): void {
    if (!this.isResting) return;
    this.isDone = !this.piece();
    if (!this.isDone) setImmediate(() => this.goOn());
  }
}
