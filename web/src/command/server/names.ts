// What server and clients call things.

/** The command behind the lens "reply". */
export const showReply = 'user-pool.showReply'
