import {
  ModelLocation,
  persistentVolumeClaimUri,
} from '@mooring/backstage-plugin-model-connections-common';

/** The part of a location that stands beneath its connection, or the whole of one without. */
export function locationText(location: ModelLocation): string {
  switch (location.kind) {
    case 'pvc':
      return persistentVolumeClaimUri(location.claim, location.path);
    case 'uri':
      return location.uri;
    default:
      return location.path ?? '';
  }
}
