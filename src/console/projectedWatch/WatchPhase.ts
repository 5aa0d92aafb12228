/**
 * What a projected watch is doing.
 * - `waiting`: a timer will list or connect again; the network or the tab coming back does it at once.
 * - `givenUp`: forbidden or not served; `refresh`, a slow timer, or the reader coming back to the tab asks
 *   again, because rights are granted and operators installed while the page is open.
 */
export type WatchPhase = 'idle' | 'listing' | 'connecting' | 'watching' | 'waiting' | 'givenUp';
