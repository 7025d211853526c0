/** Messages to a stream, each in one piece: the protocol's own writer waits for the header to be gone before it sends the rest. */
import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from '../protocol/lsp';

export class PieceWriter extends AbstractMessageWriter implements MessageWriter {
  private failed = 0;

  constructor(private readonly stream: Writable) {
    super();
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const content = JSON.stringify(message);
    return new Promise((resolve, reject) => {
      this.stream.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`, (error) => {
        if (!error) return resolve();
        this.failed += 1;
        this.fireError(error, message, this.failed);
        reject(error);
      });
    });
  }

  end(): void {
    this.stream.end();
  }
}
