import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages with forms, dialogs and their transitions; a busy machine takes its time.
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 10_000 });
