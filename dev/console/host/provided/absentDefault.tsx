/**
 * Components of the console that this host does not have: they show a line that says so. Deprecated list
 * tables and the dashboards are among them; the plugin draws its own.
 */
import { useEffect } from 'react';
import { Alert } from '@patternfly/react-core';
import { warnAbsent } from './absent';

function absentComponent(name: string) {
  return function AbsentComponent() {
    useEffect(() => {
      warnAbsent(name);
    }, []);
    return <Alert isInline variant="info" title={`${name}: not part of the development console`} />;
  };
}

export default absentComponent('This console component');
export const TableData = absentComponent('TableData');
export const InventoryItemTitle = absentComponent('InventoryItemTitle');
export const InventoryItemBody = absentComponent('InventoryItemBody');
export const InventoryItemStatus = absentComponent('InventoryItemStatus');
export const InventoryItemLoading = absentComponent('InventoryItemLoading');
export const QueryBrowser = absentComponent('QueryBrowser');
