/** @jest-environment jsdom */
/** Rights by project: what was answered with no is refused, and nothing else. */
import { renderHook, waitFor } from '@testing-library/react';
import { snapshot } from '../../../dev/test/makeCluster';
import { vm } from '../../../dev/test/makeClusterVms';
import { reviewAccess } from '../../console/reviewAccess';
import type { AccessQuestion } from '../../console/reviewAccess';
import { buildGraph } from '../../network/buildGraph';
import type { ProjectRights } from '../../plan/networkUse';
import { useProjectRights } from './useProjectRights';

jest.mock('../../console/reviewAccess', () => ({ reviewAccess: jest.fn() }));

const rightsIn = (
  projects: readonly string[],
  answer: (question: AccessQuestion) => boolean | undefined,
): { readonly current: ProjectRights } => {
  jest
    .mocked(reviewAccess)
    .mockReset()
    .mockImplementation((question) => Promise.resolve(answer(question)));
  const graph = buildGraph(snapshot(projects.map((project) => vm(`${project}/web`, { nics: [] }))));
  return renderHook(() => useProjectRights(graph)).result;
};

test('one answer is enough for whoever may change every VM', async () => {
  const rights = rightsIn(['a', 'b'], () => true);
  await waitFor(() => expect(reviewAccess).toHaveBeenCalledTimes(1));
  expect(rights.current).toEqual({});
});

test('a project is refused that was answered with no, not one that was not answered', async () => {
  const rights = rightsIn(['a', 'b', 'c'], ({ verb, namespace }) => {
    if (namespace === 'b') return undefined;
    return verb === 'patch' && namespace === 'a';
  });
  await waitFor(() => expect([...(rights.current.vms ?? [])]).toEqual(['a', 'b']));
  expect([...(rights.current.nads ?? [])]).toEqual(['b']);
});

test('of very many projects the first are asked about, and the others are not refused', async () => {
  const projects = Array.from({ length: 60 }, (_, index) => `p${100 + index}`);
  const rights = rightsIn(projects, () => false);
  await waitFor(() => expect([...(rights.current.vms ?? [])]).toEqual(projects.slice(50)));
  expect([...(rights.current.nads ?? [])]).toEqual(projects.slice(50));
  expect(reviewAccess).toHaveBeenCalledTimes(51);
});
