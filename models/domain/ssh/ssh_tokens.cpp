// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/ssh_tokens.h"

#include <QCryptographicHash>

namespace snowmelt {

namespace {

class SshTextExpander
{
public:
    SshTextExpander(const QString& text, const SshTokens& tokens, const QMap<QString, QString>* environment)
        : m_text(text), m_tokens(tokens), m_environment(environment)
    {
    }

    SshExpansion expanded()
    {
        while (m_at < m_text.size() && m_result.ok())
            step();
        if (!m_result.ok())
            m_result.text.clear();
        return m_result;
    }

private:
    void step()
    {
        const QChar c = m_text.at(m_at);
        if (c == u'%')
            replaceToken();
        else if (m_environment && m_text.mid(m_at, 2) == u"${")
            replaceVariable();
        else
            m_result.text += m_text.at(m_at++);
    }
    void replaceToken()
    {
        const QString token = m_text.mid(m_at, 2);
        if (token == u"%%")
            m_result.text += u'%';
        else if (token.size() == 2 && m_tokens.contains(token.at(1)))
            m_result.text += m_tokens.value(token.at(1));
        else
            m_result.unknownToken = token;
        m_at += 2;
    }
    void replaceVariable()
    {
        const qsizetype close = m_text.indexOf(u'}', m_at);
        const QString name = m_text.mid(m_at + 2, close < 0 ? -1 : close - m_at - 2);
        if (close < 0 || !m_environment->contains(name))
            m_result.unsetVariable = name.isEmpty() ? QStringLiteral("${") : name;
        m_result.text += m_environment->value(name);
        m_at = close + 1;
    }

    const QString& m_text;
    const SshTokens& m_tokens;
    const QMap<QString, QString>* m_environment;
    SshExpansion m_result;
    qsizetype m_at = 0;
};

} // namespace

SshExpansion expandSshTokens(const QString& text, const SshTokens& tokens)
{
    return SshTextExpander(text, tokens, nullptr).expanded();
}

SshExpansion expandSshText(const QString& text, const SshTokens& tokens, const QMap<QString, QString>& environment)
{
    return SshTextExpander(text, tokens, &environment).expanded();
}

QString sshConnectionHash(const QString& localHost, const QString& host, int port, const QString& user)
{
    const QString all = localHost + host + QString::number(port) + user;
    return QString::fromLatin1(QCryptographicHash::hash(all.toUtf8(), QCryptographicHash::Sha1).toHex());
}

} // namespace snowmelt
