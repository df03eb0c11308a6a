/** The endings of document file names. */
export const documentEnding = /\.(?:pptx?|potx|ppsx?|docx?|dotx|xlsx?|xlsm|pdf|zip|vsdx?|mp4)$/i;
