/**
 * What may have to be said above a view: what the page is for, what it does not see, which projects it reads.
 * Loaded after the view, which most people see without any of it.
 */
import type { FC } from 'react';
import type { Snapshot } from '../../cluster/snapshot';
import { networkModelStore } from '../networkModel/networkModelStore';
import { FirstVisit } from './FirstVisit';
import { ListingNotices } from './ListingNotices';
import { ProjectScope } from './ProjectScope';

interface PageNoticesProps {
  readonly snapshot: Snapshot;
}

const PageNotices: FC<PageNoticesProps> = ({ snapshot }) => (
  <>
    <FirstVisit />
    <ListingNotices snapshot={snapshot} onRetry={networkModelStore.refresh} />
    <ProjectScope snapshot={snapshot} />
  </>
);

export default PageNotices;
