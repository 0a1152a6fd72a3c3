/** Status words of ISO/IEC 7816-4 section 5.6 that this program sends or understands. */
export const statusWords = {
  done: 0x9000,
  /** Fewer bytes than were wanted stand before the end of the file. */
  endOfFile: 0x6282,
  /** What was presented did not verify. */
  verificationFailed: 0x6300,
  wrongLength: 0x6700,
  wrongStructure: 0x6981,
  notPermitted: 0x6982,
  pinBlocked: 0x6983,
  conditionsNotSatisfied: 0x6985,
  noFileSelected: 0x6986,
  wrongData: 0x6a80,
  notSupported: 0x6a81,
  fileNotFound: 0x6a82,
  recordNotFound: 0x6a83,
  wrongParameters: 0x6a86,
  referenceNotFound: 0x6a88,
  /** Beyond the end of the file. */
  wrongOffset: 0x6b00,
  instructionUnknown: 0x6d00,
  classUnknown: 0x6e00,
  /** What a Java Card answers when no applet takes the selection (Java Card API, ISO7816). */
  appletNotSelected: 0x6999,
} as const;

/** First byte of "so many bytes wait for GET RESPONSE" and of "send that again with this Le". */
export const moreBytes = 0x61;
export const wrongLe = 0x6c;

/** "Wrong, and so many tries are left" in the last digit. */
export const triesLeft = 0x63c0;

/** Four hex digits. */
export const showStatusWord = (word: number): string => word.toString(16).padStart(4, '0');
