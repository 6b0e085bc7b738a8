// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access_question.h"

#include <QStringList>

#include <optional>

namespace snowmelt {

/// One question as it goes on a terminal, line by line, without the terminal: what is said, what is asked for next,
/// what was typed.
class AccessDialogue
{
public:
    explicit AccessDialogue(AccessQuestion question) : m_question(std::move(question)) {}

    const AccessQuestion& question() const { return m_question; }
    /// Said once, before anything is asked for.
    QStringList heading() const;
    /// What is to be typed now, and whether it may be seen; nullopt: all is answered.
    std::optional<AccessPrompt> next() const;
    /// A typed line without its end. What is left to say to it: a misspelt yes, a wrong fingerprint; else empty.
    QString take(const QByteArray& line);
    /// Nothing more will be typed.
    void giveUp();
    AccessAnswer answer() const;

private:
    QString takeVerdict(const QString& typed);
    qsizetype wanted() const;

    AccessQuestion m_question;
    QList<Secret> m_replies;
    std::optional<bool> m_agreed; ///< set: it is over, or only `keep` is left
    std::optional<bool> m_keep;
};

} // namespace snowmelt
