/** The word by which the page asks for its port, and with which the port arrives. */
export const portWord = 'medexa-agent';
