/** The version stands in package.json; this carries it into Chart.yaml, which helm reads it from. */

/**
 * @param chart text of Chart.yaml
 * @throws when it has no line for one of the two versions
 */
export function withVersion(chart: string, version: string): string {
  return ['version', 'appVersion'].reduce((text, key) => {
    const line = new RegExp(`^${key}: .*$`, 'm');
    if (!line.test(text)) throw new Error(`Chart.yaml has no line "${key}: ..."`);
    return text.replace(line, `${key}: ${version}`);
  }, chart);
}
