export { authModulePeopleProvider as default } from './authModulePeopleProvider';
