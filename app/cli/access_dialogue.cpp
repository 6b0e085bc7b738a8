// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/access_dialogue.h"

#include "app/cli/cli_text.h"
#include "app/cli/typed_words.h"
#include "models/wording/access_wording.h"

namespace snowmelt {

namespace {

/// Whose words these are: a host may word its prompt like one of ours.
AccessPrompt ofHost(const AccessQuestion& question, const AccessPrompt& prompt)
{
    return {QStringLiteral("(%1@%2) %3").arg(question.user, question.host, prompt.text), prompt.echo};
}

QStringList without(QStringList lines, const QString& unwanted)
{
    lines.removeAll(unwanted);
    return lines;
}

} // namespace

QStringList AccessDialogue::heading() const
{
    QStringList lines{accessTitle(m_question) + u'.', againText(m_question)};
    if (m_question.kind == AccessKind::HostKey) {
        lines += QStringLiteral("  %1  %2").arg(m_question.subject, m_question.fingerprint);
        lines += hostKeyMeaning();
        lines += hostKeyWhere(m_question.file);
    }
    if (m_question.kind == AccessKind::Challenge)
        lines += {m_question.subject, m_question.instruction};
    lines += accessReason(m_question);
    return without(lines, QString());
}

qsizetype AccessDialogue::wanted() const
{
    switch (m_question.kind) {
    case AccessKind::HostKey:
        return 0;
    case AccessKind::Passphrase:
    case AccessKind::Password:
    case AccessKind::Variable:
        return 1;
    case AccessKind::Challenge:
        break;
    }
    return m_question.prompts.size();
}

std::optional<AccessPrompt> AccessDialogue::next() const
{
    if (m_agreed == false)
        return std::nullopt;
    if (m_question.kind == AccessKind::HostKey && !m_agreed)
        return AccessPrompt{CliText::tr("Connect? Type “yes”, “no” or the fingerprint:"), true};
    if (m_replies.size() < wanted()) {
        if (m_question.kind == AccessKind::Challenge)
            return ofHost(m_question, m_question.prompts.at(m_replies.size()));
        return AccessPrompt{secretLabel(m_question) + QStringLiteral(": "), false};
    }
    if (m_question.keepable && !m_keep)
        return AccessPrompt{CliText::tr("Keep it in the keyring once it has worked? [y/N]"), true};
    return std::nullopt;
}

QString AccessDialogue::takeVerdict(const QString& typed)
{
    if (isNo(typed)) {
        m_agreed = false;
    } else if (isYes(typed) || typed == m_question.fingerprint) {
        m_agreed = true;
    } else if (typed.contains(u':')) {
        return CliText::tr("That is not the fingerprint it showed.");
    }
    return {};
}

QString AccessDialogue::take(const QByteArray& line)
{
    const QString typed = QString::fromUtf8(line).trimmed();
    if (m_question.kind == AccessKind::HostKey && !m_agreed)
        return takeVerdict(typed);
    if (m_replies.size() < wanted())
        m_replies.append(Secret(line));
    else
        m_keep = isYes(typed) || isWord(typed, CliText::tr("y"), u"y");
    return {};
}

void AccessDialogue::giveUp()
{
    m_agreed = false;
}

AccessAnswer AccessDialogue::answer() const
{
    if (m_agreed == false)
        return {m_question.id, false, {}, false};
    return {m_question.id, true, m_replies, m_keep.value_or(false)};
}

} // namespace snowmelt
