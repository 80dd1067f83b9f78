import '@testing-library/jest-dom';

// Whole pages with forms, dialogs and their transitions; a busy machine takes its time.
jest.setTimeout(30_000);
