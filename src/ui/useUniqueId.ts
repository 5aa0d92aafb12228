/**
 * An id for one element of one component, the same for its life. React 18 has `useId` for this, but the
 * consoles up to 4.21 run React 17.
 */
import { useState } from 'react';

let used = 0;

const nextId = (): string => {
  used += 1;
  return `vm-networks-${used}`;
};

/** @returns an id that no other caller on the page has */
export const useUniqueId = (): string => useState(nextId)[0];
