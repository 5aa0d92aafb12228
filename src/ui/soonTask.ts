/**
 * A task of its own as soon as what waits has had its turn. A timer of zero milliseconds comes four
 * late once a few have followed each other, which over a long piece of work adds up.
 */

/** Gives how to take it back. */
export const soonTask = (work: () => void): (() => void) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    work();
  };
  port2.postMessage(undefined);
  return () => {
    port1.onmessage = null;
    port1.close();
  };
};
