/**
 * Binds a component to a store outside React. React 18 has `useSyncExternalStore` for this, but the
 * consoles up to 4.21 run React 17.
 */
import { useEffect, useState } from 'react';

/**
 * @param subscribe must be stable
 * @param read must return the same object until something changed
 */
export const useStore = <T>(subscribe: (listener: () => void) => () => void, read: () => T): T => {
  const [value, setValue] = useState(read);
  useEffect(() => {
    const update = () => setValue(() => read());
    const unsubscribe = subscribe(update);
    // Something may have changed between the first render and this effect.
    update();
    return unsubscribe;
  }, [subscribe, read]);
  return value;
};
