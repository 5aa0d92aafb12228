/** Versions of what runs in the cluster, where they can be read: `4.19.9`, `v1.6.2-108-gabc`. */
import type { NetworkGraph } from '../../network/networkGraph';

export interface Release {
  readonly major: number;
  readonly minor: number;
  /** As the cluster says it. */
  readonly text: string;
}

/** Undefined for a text that does not begin with a version. */
export const releaseOf = (text: string): Release | undefined => {
  const match = /^v?(\d+)\.(\d+)/.exec(text);
  return match === null ? undefined : { major: Number(match[1]), minor: Number(match[2]), text };
};

export const isBefore = (release: Release, major: number, minor: number): boolean =>
  release.major < major || (release.major === major && release.minor < minor);

/** OpenShift, which brings OVN-Kubernetes; undefined where ClusterVersion cannot be read. */
export const openshiftRelease = ({ snapshot }: NetworkGraph): Release | undefined => {
  const [version] = snapshot.clusterVersions.items.values();
  return version && releaseOf(version.version);
};

/** KubeVirt, as its operator observes it; undefined where the KubeVirt object cannot be read. */
export const kubevirtRelease = ({ snapshot }: NetworkGraph): Release | undefined => {
  const [kubevirt] = snapshot.kubevirts.items.values();
  return kubevirt && releaseOf(kubevirt.observedVersion);
};
