/**
 * 装机问题: something only the person who runs the system can mend: a setting, a folder, a missing part.
 *
 * The message is a Chinese sentence that says what is wrong and how to mend it; commands print it without a stack.
 */
export class SetupFault extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'SetupFault';
  }
}
