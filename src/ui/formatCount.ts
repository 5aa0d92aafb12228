/** A count as people of the console's language write it: 10,000 or 10.000. Not for VLANs and ports. */
import { formatNumber } from '../console/language';

export const formatCount = (count: number): string => formatNumber(count);
