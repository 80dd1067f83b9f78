import { Situation } from './inferenceStatus';

/** A service that KServe does not get to work, and what an event says of it. */
export interface Refusal {
  situation: Situation;
  event?: string;
  message?: string;
}
