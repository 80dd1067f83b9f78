import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Switch from '@material-ui/core/Switch';
import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../../translation';
import { DisabledReason } from '../DisabledReason';

/** Whether a type can be chosen for new connections; it moves at once and waits for the answer meanwhile. */
export function EnabledSwitch(props: {
  type: ConnectionType;
  isBusy: boolean;
  onChange(type: ConnectionType, enabled: boolean): void;
}) {
  const { type, isBusy, onChange } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const mayNot = !type.allowedActions.includes('enable');
  return (
    <DisabledReason reason={mayNot ? t('types.mayNotEnable') : undefined}>
      <Switch
        size="small"
        color="primary"
        checked={type.enabled}
        disabled={mayNot}
        // A switch that is disabled while it waits would lose the focus.
        onChange={event => {
          if (!isBusy) onChange(type, event.target.checked);
        }}
        inputProps={{
          'aria-label': t('types.enable', {
            name: type.displayName ?? type.name,
          }),
          'aria-busy': isBusy,
        }}
      />
    </DisabledReason>
  );
}
