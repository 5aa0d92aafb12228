/** Above every page: that the cluster is a dump or somebody's own, and what one should know about it. */
import { Banner } from '@patternfly/react-core';
import { serverFlags } from '../boot/serverFlags';

export function ClusterBanner() {
  const { devNotice } = serverFlags;
  if (devNotice === undefined) return null;
  return (
    <Banner data-test="cluster-banner">
      <div className="dev-console-cluster-banner">
        <strong>{devNotice.title}</strong> {devNotice.sentences.join(' ')}
      </div>
    </Banner>
  );
}
