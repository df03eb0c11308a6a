/** How the names of files end that are documents. */
export const documentEnding = /\.(?:pptx?|potx|ppsx?|docx?|dotx|xlsx?|xlsm|pdf|zip|vsdx?|mp4)$/i;
