/** Sets the tab's title, with the product's name behind it, as the console does. */
import { useEffect } from 'react';
import type { DocumentTitleProps } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/console-types';

const product = 'VM Networks development console';

export function DocumentTitle({ children }: DocumentTitleProps) {
  useEffect(() => {
    document.title = `${children} · ${product}`;
    return () => {
      document.title = product;
    };
  }, [children]);
  return null;
}
