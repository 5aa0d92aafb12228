/**
 * Entry of the development console. Styles come first and plainly, so that the page never shows without
 * them; everything else behind one dynamic import, which is what lets the share scope be initialised
 * before the first shared module is asked for.
 */
import '@patternfly/patternfly/patternfly.css';
import './shell/shell.css';

void import('./boot/boot').then(({ boot }) => boot());
