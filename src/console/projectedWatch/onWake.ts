/**
 * Calls back when the tab becomes visible or the network returns. Browsers slow the timers of hidden
 * tabs and cut their sockets, so a watch must not wait for its own timer then.
 * @param callback gets how long the tab was hidden, in milliseconds; 0 when it was not
 * @returns how to stop listening
 */
export const onWake = (callback: (hiddenFor: number) => void): (() => void) => {
  let hiddenSince = document.visibilityState === 'hidden' ? Date.now() : undefined;
  const onVisibility = () => {
    if (document.visibilityState === 'hidden') {
      hiddenSince = Date.now();
      return;
    }
    const hiddenFor = hiddenSince === undefined ? 0 : Date.now() - hiddenSince;
    hiddenSince = undefined;
    callback(hiddenFor);
  };
  const onOnline = () => callback(0);
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('online', onOnline);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('online', onOnline);
  };
};
