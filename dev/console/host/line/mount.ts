/** Draws the page with React 18. */
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';

export function mount(element: ReactElement, container: Element) {
  createRoot(container).render(element);
}
