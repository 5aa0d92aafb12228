/** The one model store of the tab, shared by all pages and by running jobs. */
import { clusterWatchFor } from '../../console/clusterWatch/clusterWatchFor';
import { prepareViews } from '../../ui/drawAhead';
import { modelSteps } from './networkModel';
import { ModelStore } from './ModelStore';

/** Follows the user's own view of the cluster until a page says that somebody is impersonated. */
export const networkModelStore = new ModelStore(
  clusterWatchFor({ key: '', subprotocols: [] }),
  modelSteps,
  prepareViews,
);
