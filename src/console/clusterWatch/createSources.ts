/**
 * Where each kind comes from. All kinds use the projected watch, also the few small ones: one
 * mechanism gives every listing the same states and counts, and the SDK's hooks could neither tell
 * forbidden from absent nor be shared by components without going through React. Cluster-wide lists
 * of pods and events are never made; events and launcher pods are read for the VM in question only.
 */
import { MODELS } from '../../cluster/models';
import { readNamespace } from '../../cluster/readPlatformObjects';
import type { KindKey, Listing, RecordByKind } from '../../cluster/snapshot';
import { listPath } from '../apiPath';
import { projectChoice } from '../projectChoice';
import type { ListingSource } from '../projectedWatch/ListingSource';
import { fixedSource } from '../projectedWatch/ListingSource';
import { MergedSource } from '../projectedWatch/MergedSource';
import { ProjectedWatch } from '../projectedWatch/ProjectedWatch';
import { ProjectFallback } from '../projectedWatch/ProjectFallback';
import type { WatchTransport } from '../projectedWatch/WatchTransport';
import { NamespaceFallback } from './NamespaceFallback';
import type { Sources } from './ClusterWatch';

/** The daemon sets that checks read, by name. */
const DAEMON_SETS = ['ovnkube-node', 'nmstate-handler'];

const resourceType = (kind: KindKey) => {
  const { apiGroup, version, plural } = MODELS[kind];
  return { apiVersion: apiGroup === '' ? version : `${apiGroup}/${version}`, plural };
};

const notWatched = <T>(): Listing<T> => ({ state: 'absent', onDemand: true, items: new Map() });

/** Builds the sources of all kinds on one transport; nothing is read before somebody subscribes. */
export const createSources = (transport: WatchTransport): Sources => {
  const watch = <K extends KindKey>(
    kind: K,
    namespace = '',
    query: Readonly<Record<string, string>> = {},
  ): ListingSource<RecordByKind[K]> =>
    new ProjectedWatch<RecordByKind[K]>(
      { path: listPath(resourceType(kind), namespace), query, read: MODELS[kind].read },
      transport,
    );

  const projects = new ProjectedWatch(
    { path: '/apis/project.openshift.io/v1/projects', read: readNamespace },
    transport,
  );

  const perProject = <K extends KindKey>(
    kind: K,
    also: readonly string[] = [],
  ): ListingSource<RecordByKind[K]> =>
    new ProjectFallback({
      wholeCluster: watch(kind),
      projects,
      choice: projectChoice,
      inNamespace: (namespace) => watch(kind, namespace),
      also,
    });

  return {
    nodes: watch('nodes'),
    namespaces: new NamespaceFallback(watch('namespaces'), projects),
    policies: watch('policies'),
    enactments: watch('enactments'),
    nodeStates: watch('nodeStates'),
    nmstates: watch('nmstates'),
    // VMs of every project may use those of `default` (domain reference B.2).
    nads: perProject('nads', ['default']),
    udns: perProject('udns'),
    cudns: watch('cudns'),
    vms: perProject('vms'),
    vmis: perProject('vmis'),
    clusterNetworks: watch('clusterNetworks'),
    clusterVersions: watch('clusterVersions'),
    operatorNetworks: watch('operatorNetworks'),
    kubevirts: watch('kubevirts'),
    multiNetworkPolicies: perProject('multiNetworkPolicies'),
    services: perProject('services'),
    daemonSets: new MergedSource(
      DAEMON_SETS.map((name) =>
        watch('daemonSets', '', { fieldSelector: `metadata.name=${name}` }),
      ),
    ),
    pods: fixedSource(notWatched()),
    events: fixedSource(notWatched()),
  };
};
