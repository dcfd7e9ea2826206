// What later modules and the doors may use of services.
export { addService, addServiceInput } from '#modules/services/add.ts'
export { changeService } from '#modules/services/change.ts'
export { services } from '#modules/services/read.ts'
export { retireService } from '#modules/services/retire.ts'
export { CLASSES, mayNotKeepServices } from '#modules/services/service.ts'
