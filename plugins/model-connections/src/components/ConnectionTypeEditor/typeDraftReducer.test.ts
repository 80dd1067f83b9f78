import { draftOf, emptyType } from './TypeDraft';
import { typeDraftReducer, TypeEditorState } from './typeDraftReducer';

describe('typeDraftReducer', () => {
  it('tells of a move only when something moved', () => {
    const state: TypeEditorState = {
      draft: draftOf({
        ...emptyType,
        fields: [
          { type: 'section', name: 'Part' },
          { type: 'short-text', name: 'Host', envVar: 'HOST' },
          { type: 'short-text', name: 'Port', envVar: 'PORT' },
        ],
      }),
    };
    const [part, host, port] = state.draft.fields.map(({ id }) => id);
    for (const action of [
      { type: 'step', id: port, step: 1 },
      { type: 'moveOnto', id: part, onto: port },
      { type: 'moveToSection', id: port, section: part },
    ] as const) {
      expect(typeDraftReducer(state, action)).toBe(state);
    }
    const next = typeDraftReducer(state, {
      type: 'moveToSection',
      id: host,
      section: part,
    });
    expect(next.draft.fields.map(({ id }) => id)).toEqual([part, port, host]);
    expect(next.event).toMatchObject({ kind: 'moved', name: 'Host' });
  });
});
