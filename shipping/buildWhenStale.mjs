/** Before the first test: builds the plugin when dist/ is not what the sources give. */
import { buildWhenStale } from '../scripts/lib/buildWhenStale.mjs';

export default () => buildWhenStale('plugin');
