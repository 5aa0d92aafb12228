/** @jest-environment jsdom */
/** The search is loaded by itself; a connection that is lost then must not take the picture with it. */
import { Component } from 'react';
import type { FC, ReactNode } from 'react';
import { act, render, screen } from '@testing-library/react';
import { node, snapshot } from '../../../dev/test/makeCluster';
import { buildGraph } from '../../network/buildGraph';
import { useFinder } from './useFinder';

jest.mock('./findEntities', () => {
  throw new Error('Loading chunk 7 failed');
});

const graph = buildGraph(snapshot([node('worker-0')]));

const Box: FC<{ readonly query: string }> = ({ query }) => {
  const finder = useFinder(graph, query);
  return <output>{finder === undefined ? 'not loaded' : 'loaded'}</output>;
};

class Boundary extends Component<{ readonly children: ReactNode }, { readonly said: string }> {
  override state = { said: '' };

  static getDerivedStateFromError(error: Error) {
    return { said: error.message };
  }

  override render() {
    return this.state.said === '' ? this.props.children : <output>{this.state.said}</output>;
  }
}

const shown = (query: string) => (
  <Boundary>
    <Box query={query} />
  </Boundary>
);

/** Whoever asked before has been told by then, too. */
const failToLoad = () =>
  act(async () => {
    await expect(import('./findEntities')).rejects.toThrow('Loading chunk 7 failed');
  });

test('what cannot be loaded is told to who searches, and to nobody before', async () => {
  // React prints what a boundary catches.
  jest.spyOn(console, 'error').mockImplementation();
  const { rerender } = render(shown(''));
  await failToLoad();
  expect(screen.getByRole('status').textContent).toBe('not loaded');
  rerender(shown('web'));
  await failToLoad();
  expect(screen.getByRole('status').textContent).toBe('Loading chunk 7 failed');
});
