// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/host_keys_dialogue.h"

#include "app/cli/cli_text.h"
#include "app/cli/typed_words.h"
#include "models/wording/access_wording.h"

#include <algorithm>

namespace snowmelt {

namespace {

qsizetype widest(const QList<AccessQuestion>& questions, QString AccessQuestion::*part)
{
    qsizetype width = 0;
    for (const AccessQuestion& question : questions)
        width = std::max(width, (question.*part).size());
    return width;
}

/// Where the keys would be written: each file once.
QStringList filesOf(const QList<AccessQuestion>& questions)
{
    QStringList lines;
    for (const AccessQuestion& question : questions)
        lines.append(hostKeyWhere(question.file));
    lines.removeDuplicates();
    return lines;
}

} // namespace

QStringList HostKeysDialogue::heading() const
{
    QStringList lines{CliText::tr("The keys of %1 hosts are not known.").arg(m_questions.size())};
    const qsizetype hosts = widest(m_questions, &AccessQuestion::host);
    const qsizetype types = widest(m_questions, &AccessQuestion::subject);
    for (const AccessQuestion& one : m_questions) {
        const QString node = one.node == one.host ? QString() : QString(QStringLiteral("  → ") + one.node);
        lines.append(QStringLiteral("  %1  %2  %3%4")
                         .arg(one.host.leftJustified(hosts), one.subject.leftJustified(types), one.fingerprint, node));
    }
    lines.append(CliText::tr("Nothing says yet whether these are the hosts or someone in between. Compare each "
                             "fingerprint with one from a source you trust, such as the host's own console."));
    return lines + filesOf(m_questions);
}

QString HostKeysDialogue::prompt() const
{
    return CliText::tr("Connect to all %1 of them? Type “yes”, “no” or “each” to be asked one by one [no]:")
        .arg(m_questions.size());
}

void HostKeysDialogue::take(const QByteArray& line)
{
    const QString typed = QString::fromUtf8(line).trimmed();
    if (isYes(typed))
        m_verdict = Verdict::All;
    else if (typed.isEmpty() || isNo(typed))
        m_verdict = Verdict::None;
    else if (isWord(typed, CliText::tr("each"), u"each"))
        m_verdict = Verdict::Each;
}

bool HostKeysDialogue::drop(const QString& question)
{
    return m_questions.removeIf([&](const AccessQuestion& one) { return one.id == question; }) > 0;
}

} // namespace snowmelt
