// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/ssh_asker.h"
#include "models/domain/event.h"

#include <chrono>
#include <functional>
#include <memory>

namespace snowmelt {

/// An operation as its questions see it.
struct AskingOperation
{
    OperationId id;
    CancelToken cancel;    ///< a call that has it is this operation's
    bool attended = false; ///< a person began it and waits for its end; what runs by itself asks nobody
    std::function<void(EventBody)> say;
};

/// Asks people through the operations that run. The operation of the call that waits is the one that asks. Connections
/// are shared and outlive operations, so a call may be nobody's: then the operation asks that a person began last.
///
/// - What was answered once is not asked again: equal questions are one, and an answer that let somebody in is kept in
///   memory as long as the program runs. A no holds for the operations that run then, and no longer.
/// - Before a person is asked for a passphrase or a password the keyring is looked in. It gets what a person wants kept
///   once that has let somebody in, and loses what turned out wrong. Nothing is written anywhere else.
/// - An operation that ends takes its questions along. What others wait for as well is then asked there.
/// - While no person waits for anything, and for a call of what runs by itself, memory and keyring alone answer. Such a
///   call has the answer that another one waits for.
class PersonAsker final : public SshAsker
{
public:
    /// `patience` bounds each question to the keyring, which a person may have to unlock.
    explicit PersonAsker(std::chrono::milliseconds patience = std::chrono::seconds(20));
    ~PersonAsker() override;

    void enter(AskingOperation operation);
    void leave(const OperationId& id);
    /// What a person said to the question that this operation has open. Anything else is ignored.
    void answer(const OperationId& id, const AccessAnswer& answer);
    /// Until the keyring has what it is to keep.
    Task<Done> settled();

    Task<AccessAnswer> ask(AccessQuestion question, CallContext context) override;
    void worked(const AccessQuestion& question) override;

private:
    class Private;
    std::shared_ptr<Private> d; ///< shared with what is under way
};

} // namespace snowmelt
