/**
 * The consoles that the development console can play (lines.json). Each has a folder here that pins, as an
 * npm workspace, what that console shares with plugins where it differs from what this project is developed
 * with (the console's yarn.lock and shared-modules-meta.ts of that release).
 *
 * What real consoles have and these do not: `react-topology` is shared there, which this plugin never asks
 * for; and a console of 5.1 provides react-core 6.6, which with its icons and tokens is 190 MB to install.
 */
import file from './lines.json';

export interface ConsoleLine {
  /** The OpenShift version that the console claims. */
  readonly releaseVersion: string;
  /** `react17`: router 5 with its bridge to 6, `window.loadPluginEntry`. `react18`: router 7, PluginStore. */
  readonly generation: string;
  /** PatternFly of which the console gives plugins its own copies, and the package that holds them. */
  readonly sharedPatternFly?: { readonly request: string; readonly package: string };
}

/** The line that is played unless another is asked for. */
export const defaultLine = file.default;

export const consoleLines: Readonly<Record<string, ConsoleLine>> = file.lines;
