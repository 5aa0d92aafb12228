/**
 * The tab that the console puts on the pages of single objects: "Network path" on a VM, "Network topology" on
 * nodes, policies and networks. What it shows follows from the object alone.
 */
import type { FC } from 'react';
import type { TabProps } from '../../console/consoleObject';
import { EntityTab } from './EntityTab';
import { entityOfObject } from './entityOfObject';

const ObjectTab: FC<TabProps> = ({ obj }) => <EntityTab id={entityOfObject(obj)} />;

export default ObjectTab;
