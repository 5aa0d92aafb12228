/** The one choice of projects of the tab, which every watch of a namespaced kind follows. */
import { ProjectChoice } from './projectedWatch/ProjectChoice';

export const projectChoice = new ProjectChoice();
