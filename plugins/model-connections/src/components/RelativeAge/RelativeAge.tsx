import { useApi } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import Tooltip from '@material-ui/core/Tooltip';
import { DateTime } from 'luxon';
import { relativeAge } from './relativeAge';

/** How long ago something was; the exact time in the tooltip and for machines. */
export function RelativeAge(props: { iso: string }) {
  const { language } = useApi(appLanguageApiRef).getLanguage();
  const time = DateTime.fromISO(props.iso);
  if (!time.isValid) {
    return <>{props.iso}</>;
  }
  const exact = time
    .setLocale(language)
    .toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS);
  return (
    <Tooltip title={exact}>
      <time dateTime={props.iso}>{relativeAge(time, language)}</time>
    </Tooltip>
  );
}
