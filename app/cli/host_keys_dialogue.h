// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access_question.h"

#include <QStringList>

namespace snowmelt {

/// Several unknown host keys as they go on a terminal together, without the terminal. What is typed is about those that
/// were shown, and no others.
class HostKeysDialogue
{
public:
    enum class Verdict {
        Open, ///< nothing was said yet that counts
        All,
        None,
        Each, ///< they are to be asked one by one
    };

    /// All of AccessKind::HostKey.
    explicit HostKeysDialogue(QList<AccessQuestion> questions) : m_questions(std::move(questions)) {}

    const QList<AccessQuestion>& questions() const { return m_questions; }
    /// Said once, before anything is asked for.
    QStringList heading() const;
    QString prompt() const;
    /// A typed line without its end. An empty one is a no; a misspelt one is asked again.
    void take(const QByteArray& line);
    /// Nothing more will be typed.
    void giveUp() { m_verdict = Verdict::None; }
    /// Nobody needs to answer this one any more. Says whether it was one of them.
    bool drop(const QString& question);
    Verdict verdict() const { return m_verdict; }

private:
    QList<AccessQuestion> m_questions;
    Verdict m_verdict = Verdict::Open;
};

} // namespace snowmelt
