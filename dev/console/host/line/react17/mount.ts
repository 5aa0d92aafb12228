/** Draws the page with React 17, whose types are not installed: only this function of them is used. */
import type { ReactElement } from 'react';
import * as ReactDom from 'react-dom';

interface ReactDom17 {
  render(element: ReactElement, container: Element): unknown;
}

function hasRender(module: object): module is ReactDom17 {
  return 'render' in module;
}

export function mount(element: ReactElement, container: Element) {
  if (!hasRender(ReactDom)) throw new Error('This page was not built with React 17');
  ReactDom.render(element, container);
}
