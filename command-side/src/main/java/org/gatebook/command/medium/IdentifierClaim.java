package org.gatebook.command.medium;

/** Whether the ledger gave a new medium the identifier that it wants. */
enum IdentifierClaim {
    /** It belongs to this medium from now on, if the transaction commits. */
    GRANTED,
    /** Another medium of the same owner and type has it. */
    TAKEN
}
