/** Carriers whose numbers are recognised and whose parcels are followed; every other one is "another carrier". */
export const CARRIERS = {
  dhl: 'DHL',
  dpd: 'DPD',
  ups: 'UPS',
  fedex: 'FedEx',
  usps: 'USPS',
  s10: 'International post',
  canada_post: 'Canada Post',
  purolator: 'Purolator',
  canpar: 'Canpar',
  yodel: 'Yodel',
  amazon: 'Amazon Logistics',
  landmark: 'Landmark Global',
  yunexpress: 'YunExpress',
  ontrac: 'OnTrac',
  lasership: 'LaserShip',
  gofo: 'GOFO Express',
  speedee: 'Spee-Dee',
  old_dominion: 'Old Dominion',
} as const;

export type CarrierCode = keyof typeof CARRIERS;

export const CARRIER_CODES = Object.keys(CARRIERS) as CarrierCode[];

/** The carrier a person means, whatever the case (`DHL`, `dhl paket`); null for one we do not know. */
export function carrierNamed(typed: string): CarrierCode | null {
  const wanted = typed.trim().toLowerCase();
  const means = (name: string) => wanted === name || wanted.startsWith(`${name} `);
  return CARRIER_CODES.find((code) => means(code) || means(CARRIERS[code].toLowerCase())) ?? null;
}
