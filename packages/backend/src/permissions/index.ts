export { permissionModuleExamplePolicy as default } from './permissionModuleExamplePolicy';
