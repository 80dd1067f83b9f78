import { itSurvivesFaults } from './__testUtils__/itSurvivesFaults';

describe('writes of model services whose calls fail', () => {
  itSurvivesFaults();
});
