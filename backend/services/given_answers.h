// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access_question.h"
#include "models/domain/ids.h"

#include <QHash>

#include <optional>

namespace snowmelt {

/// What a question asks for: equal ones have one answer, whoever asks.
QString accessKey(const AccessQuestion& question);
/// Where the keyring has the answer; empty: it never keeps one to such a question.
QString keyringKey(const AccessQuestion& question);
/// Has it as many replies as the question asks for?
bool fits(const AccessQuestion& question, const AccessAnswer& answer);

/// The answers people gave, for as long as the program runs, and who was let in with them. Pure.
///
/// An answer is given again to whoever asks for the same, also before it is known whether it is right: of two hundred
/// hosts that need one passphrase, none waits for the first to be let in. Who says that it was wrong means the answer
/// they had: another one may have been given since.
class GivenAnswers
{
public:
    struct Given
    {
        AccessAnswer answer;
        OperationId by; ///< the operation it was given for
        int number = 0;
        bool worked = false;
        bool kept = false;         ///< the keyring has it
        QHash<QString, int> had{}; ///< node → number of the answer it had last
    };

    /// The answer for the question's node, if there is one that it has not found wrong.
    std::optional<AccessAnswer> again(const AccessQuestion& question);
    /// Is what the node found wrong what the keyring has? Forgets it.
    bool forgetWrong(const AccessQuestion& question);
    /// Answers to a challenge are good once and not remembered.
    void give(const AccessQuestion& question, const AccessAnswer& answer, const OperationId& by, bool kept);
    /// Whoever asked beside it has it as well.
    void share(const AccessQuestion& question);
    /// It let somebody in. True: it is to be kept now.
    bool worked(const AccessQuestion& question);
    std::optional<Given> given(const AccessQuestion& question) const;
    void noteKept(const AccessQuestion& question);
    /// What let nobody in while its operation ran is forgotten with it.
    void leave(const OperationId& operation);

private:
    QHash<QString, Given> m_given;
    int m_number = 0;
};

} // namespace snowmelt
