import { PROJECT_LIMIT, ProjectChoice } from './ProjectChoice';

const many = Array.from({ length: 37 }, (_, index) => `p${String(index).padStart(2, '0')}`);

describe('ProjectChoice', () => {
  it('takes the first by name while nothing is chosen', () => {
    expect(new ProjectChoice().among([...many].reverse())).toEqual(many.slice(0, PROJECT_LIMIT));
  });

  it('takes what is chosen and can be seen, or the first when none of it can', () => {
    const choice = new ProjectChoice();
    choice.set(['p30', 'gone', 'p20'], '');
    expect(choice.among(many)).toEqual(['p20', 'p30']);
    choice.set(['gone'], '');
    expect(choice.among(many)).toEqual(many.slice(0, PROJECT_LIMIT));
  });

  it('always takes the project that the console is in, and never more than the limit', () => {
    const choice = new ProjectChoice();
    choice.set([], 'p36');
    expect(choice.among(many)).toEqual([...many.slice(0, PROJECT_LIMIT - 1), 'p36']);
    choice.set(['p01'], 'p36');
    expect(choice.among(many)).toEqual(['p01', 'p36']);
    choice.set(many, 'elsewhere');
    expect(choice.among(many)).toHaveLength(PROJECT_LIMIT);
  });

  it('tells of a change and not of the same choice again', () => {
    const choice = new ProjectChoice();
    const listener = jest.fn();
    const leave = choice.subscribe(listener);
    choice.set(['a'], '');
    choice.set(['a'], '');
    expect(listener).toHaveBeenCalledTimes(1);
    leave();
    choice.set([], 'b');
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
