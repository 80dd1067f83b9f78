/** What a row of the table of fields can ask for; the same object from render to render. */
export interface FieldRowActions {
  onRequire(id: string, required: boolean): void;
  onMenu(id: string, button: HTMLElement): void;
  onStep(id: string, step: 1 | -1): void;
  onLift(id: string): void;
  onDrop(): void;
  onCancel(): void;
  /** The field that somebody is at; outlined in the preview. */
  onFocus(id: string): void;
}
