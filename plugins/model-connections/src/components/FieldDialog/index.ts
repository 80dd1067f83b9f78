export * from './FieldDialog';
export { fieldDraftOf, newFieldDraft } from './FieldDraft';
