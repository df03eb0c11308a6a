/** Our own code for a connection that we refused to make, as it leads to a private address. */
export const privateAddress = 'PRIVATE_ADDRESS';

/** Our own code for a file that we refused to open, as it does not lie in what is walked. */
export const outside = 'OUTSIDE';
