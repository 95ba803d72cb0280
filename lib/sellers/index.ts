/** Sellers, their members and how they deliver. Owns `db/schema/sellers`. */
export { applyToSell, type Application } from './apply-to-sell';
export { reapply, saveOwnBusiness } from './complete-application';
export { getBusiness, saveBusiness } from './business';
export { decideSeller } from './decide-seller';
export {
  removeShippingZone,
  saveHandlingDays,
  saveShippingZone,
  type WantedRate,
  type WantedZone,
} from './change-shipping';
export { COUNTRY_GROUPS, type CountryGroup } from './country-groups';
export { listDeliveryOptions, reaches, type DeliveryOption } from './delivery-options';
export {
  beginDocument,
  finishDocument,
  listDocuments,
  MOST_DOCUMENT_BYTES,
  readDocument,
  removeDocument,
  type DocumentFile,
} from './documents';
export { getStorefrontFields, saveStorefront, type StorefrontFields } from './edit-storefront';
export {
  sellerApplied,
  sellerHolidayChanged,
  sellerShippingChanged,
  sellerStatusChanged,
  sellerStorefrontChanged,
} from './events';
export {
  daysOnHoliday,
  endHoliday,
  getHoliday,
  HOLIDAY_TURN_JOB,
  holidayTurn,
  planHoliday,
  sells,
} from './holiday';
export { forgetOldPaces, learnPromises, recordPace, type Pace } from './learn-promises';
export { getShipping } from './shipping';
export {
  findSellers,
  getAgreedCommission,
  getMembership,
  getSeller,
  hasDesk,
  listMembers,
  listSellersByStatus,
  listSellersOfUser,
} from './list-sellers';
export { acceptInvite, acceptInviteAsNewcomer } from './team/accept-invite';
export { changeMemberRole, removeMember } from './team/change-member';
export {
  INVITE_MAIL_JOB,
  inviteMailRequest,
  inviteMember,
  resendInvite,
  withdrawInvite,
} from './team/invite-member';
export { issueInviteToken } from './team/invite-token';
export { listDeskActs } from './team/list-desk-acts';
export { getInvite, getInviteByToken, listInvites, listTeam } from './team/queries';
export { nextSellerStatus, possibleSellerEvents, type SellerEvent } from './transitions';
export { saveSellers, type SellerToSave } from './save-sellers';
