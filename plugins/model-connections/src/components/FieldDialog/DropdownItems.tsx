import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import IconButton from '@material-ui/core/IconButton';
import Switch from '@material-ui/core/Switch';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import ArrowDownwardIcon from '@material-ui/icons/ArrowDownward';
import ArrowUpwardIcon from '@material-ui/icons/ArrowUpward';
import CloseIcon from '@material-ui/icons/Close';
import {
  FormTextField,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { useRef } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { withItem, withoutItem } from './dropdownItems';
import { FieldDraftModel } from './useFieldDraft';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1.5) },
    item: {
      display: 'grid',
      gridTemplateColumns: '1fr 1fr auto',
      gap: theme.spacing(1),
      alignItems: 'start',
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
    },
    problem: { color: stateColors(theme).danger, margin: 0 },
    add: { justifySelf: 'start' },
  }),
  { name: 'MooringDropdownItems' },
);

/** The items of a dropdown: a label and the value that is stored, in order. */
export function DropdownItems(props: { model: FieldDraftModel; id: string }) {
  const { model, id } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const list = useRef<HTMLDivElement>(null);
  const { items = [], variant, defaultValue } = model.properties;
  const problem = model.problemOf('properties.items');

  const write = (next: typeof items) => model.setProperties({ items: next });
  const change = (index: number, part: Partial<(typeof items)[number]>) => {
    const item = items[index];
    // The value follows the label until it is another one.
    const follows = part.label !== undefined && item.value === item.label;
    const next = {
      ...item,
      ...(follows ? { value: part.label! } : {}),
      ...part,
    };
    model.setProperties(withItem(items, index, next, defaultValue));
  };
  const swap = (index: number, step: 1 | -1) => {
    const next = [...items];
    next.splice(index + step, 0, ...next.splice(index, 1));
    write(next);
  };
  const focus = (index: number) =>
    requestAnimationFrame(() =>
      list.current
        ?.querySelectorAll<HTMLElement>('[data-item-label] input')
        [index]?.focus(),
    );
  const add = () => {
    write([...items, { label: '', value: '' }]);
    focus(items.length);
  };

  return (
    <div
      ref={list}
      role="group"
      aria-label={t('field.items')}
      aria-describedby={problem ? `${id}-items-problem` : undefined}
      className={classes.root}
    >
      <FormControlLabel
        label={t('field.multi')}
        control={
          <Switch
            color="primary"
            checked={variant === 'multi'}
            onChange={event =>
              model.setProperties({
                variant: event.target.checked ? 'multi' : 'single',
              })
            }
          />
        }
      />
      <Typography variant="body2" color="textSecondary">
        {t('field.itemsHint')}
      </Typography>
      {items.map((item, index) => (
        <div key={index} className={classes.item} data-item-label>
          <FormTextField
            id={`${id}-item-${index}-label`}
            label={t('field.itemLabel', { number: String(index + 1) })}
            value={item.label}
            // What is wrong is said once, beneath.
            problem={problem && index === items.length - 1 ? '' : undefined}
            onChange={event => change(index, { label: event.target.value })}
            onKeyDown={event => {
              if (event.key === 'Enter') {
                event.preventDefault();
                add();
              }
            }}
          />
          <FormTextField
            id={`${id}-item-${index}-value`}
            label={t('field.itemValue', { number: String(index + 1) })}
            value={item.value}
            onChange={event => change(index, { value: event.target.value })}
          />
          <span>
            <IconButton
              size="small"
              disabled={index === 0}
              aria-label={t('field.itemUp', { number: String(index + 1) })}
              onClick={() => swap(index, -1)}
            >
              <ArrowUpwardIcon fontSize="small" />
            </IconButton>
            <IconButton
              size="small"
              disabled={index === items.length - 1}
              aria-label={t('field.itemDown', { number: String(index + 1) })}
              onClick={() => swap(index, 1)}
            >
              <ArrowDownwardIcon fontSize="small" />
            </IconButton>
            <IconButton
              size="small"
              aria-label={t('field.itemRemove', { number: String(index + 1) })}
              onClick={() => {
                model.setProperties(withoutItem(items, index, defaultValue));
                focus(Math.max(index - 1, 0));
              }}
            >
              <CloseIcon fontSize="small" />
            </IconButton>
          </span>
        </div>
      ))}
      {problem && (
        <FormHelperText
          id={`${id}-items-problem`}
          className={classes.problem}
          role="alert"
        >
          {problem}
        </FormHelperText>
      )}
      <Button
        size="small"
        color="primary"
        className={classes.add}
        startIcon={<AddIcon />}
        onClick={add}
      >
        {t('field.itemAdd')}
      </Button>
    </div>
  );
}
