// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/ssh_reader.h"
#include "models/domain/ssh/ssh_values.h"

#include <algorithm>

namespace snowmelt {

bool SshConfigReader::applyText(const Line& line, SshKeyword keyword)
{
    switch (keyword) {
    case SshKeyword::IgnoreUnknown:
        setText(line, &m_options.ignoreUnknown);
        return true;
    case SshKeyword::HostName:
        setText(line, &m_options.hostName);
        return true;
    case SshKeyword::User:
        setText(line, &m_options.user);
        return true;
    case SshKeyword::IdentityAgent:
        setText(line, &m_options.identityAgent);
        return true;
    case SshKeyword::HostKeyAlias:
        setText(line, &m_options.hostKeyAlias);
        return true;
    case SshKeyword::PreferredAuthentications:
        setText(line, &m_options.preferredAuthentications);
        return true;
    case SshKeyword::UserKnownHostsFile:
        setTexts(line, &m_options.userKnownHostsFiles);
        return true;
    case SshKeyword::GlobalKnownHostsFile:
        setTexts(line, &m_options.globalKnownHostsFiles);
        return true;
    case SshKeyword::IdentityFile:
        addIdentity(line);
        return true;
    default:
        return false;
    }
}

bool SshConfigReader::applyValue(const Line& line, SshKeyword keyword)
{
    switch (keyword) {
    case SshKeyword::Port:
        setValue(line, &m_options.port, &sshPort);
        return true;
    case SshKeyword::ConnectTimeout:
        setSeconds(line, &m_options.connectTimeout);
        return true;
    case SshKeyword::ServerAliveInterval:
        setSeconds(line, &m_options.serverAliveInterval);
        return true;
    case SshKeyword::ServerAliveCountMax:
        setValue(line, &m_options.serverAliveCountMax, &sshCount);
        return true;
    case SshKeyword::IdentitiesOnly:
        setValue(line, &m_options.identitiesOnly, &sshFlag);
        return true;
    case SshKeyword::HashKnownHosts:
        setValue(line, &m_options.hashKnownHosts, &sshFlag);
        return true;
    case SshKeyword::BatchMode:
        setValue(line, &m_options.batchMode, &sshFlag);
        return true;
    case SshKeyword::StrictHostKeyChecking:
        setValue(line, &m_options.strictness, &sshStrictness);
        return true;
    case SshKeyword::ProxyJump:
        setJumps(line);
        return true;
    case SshKeyword::ProxyCommand:
        setProxyCommand(line);
        return true;
    default:
        return applyMethod(line, keyword);
    }
}

bool SshConfigReader::applyMethod(const Line& line, SshKeyword keyword)
{
    switch (keyword) {
    case SshKeyword::PubkeyAuthentication:
        setValue(line, &m_options.pubkeyAuthentication, &sshPubkeyFlag);
        return true;
    case SshKeyword::KbdInteractiveAuthentication:
        setValue(line, &m_options.kbdInteractiveAuthentication, &sshFlag);
        return true;
    case SshKeyword::PasswordAuthentication:
        setValue(line, &m_options.passwordAuthentication, &sshFlag);
        return true;
    default:
        return false;
    }
}

bool SshConfigReader::expectOne(const Line& line)
{
    if (line.arguments.isEmpty() || line.arguments.constFirst().text.isEmpty())
        report(SshProblemCode::MissingArgument, line);
    else if (line.arguments.size() > 1)
        report(SshProblemCode::ExtraArguments, line, QString::fromUtf8(line.arguments.at(1).text));
    else
        return true;
    return false;
}

template <typename T>
void SshConfigReader::setValue(const Line& line, std::optional<T>* into, std::optional<T> (*parse)(const QByteArray&))
{
    if (!expectOne(line))
        return;
    const QByteArray text = line.arguments.constFirst().text;
    const std::optional<T> value = parse(text);
    if (!value)
        report(SshProblemCode::BadValue, line, QString::fromUtf8(text.left(200)));
    else if (m_active && !*into)
        *into = value;
}

// "none" says as much as no line: a later one with a time still counts, as in OpenSSH.
void SshConfigReader::setSeconds(const Line& line, std::optional<int>* into)
{
    std::optional<int> value = *into;
    setValue(line, &value, &sshSeconds);
    if (value.value_or(-1) >= 0)
        *into = value;
}

void SshConfigReader::setText(const Line& line, std::optional<SshText>* into)
{
    if (!expectOne(line) || !m_active || *into)
        return;
    const SshWord word = line.arguments.constFirst();
    if (const std::optional<QString> text = decoded(word))
        *into = SshText{*text, place(word.column)};
}

// Several in one line; a line is heeded as a whole or not at all.
void SshConfigReader::setTexts(const Line& line, QList<SshText>* into)
{
    constexpr qsizetype fileCount = 32; // as in OpenSSH
    const bool heeded = m_active && into->isEmpty();
    if (line.arguments.size() > fileCount)
        return report(SshProblemCode::TooManyValues, line, QString::number(fileCount));
    for (const SshWord& word : line.arguments) {
        if (word.text.isEmpty())
            return report(SshProblemCode::MissingArgument, line);
        if (word.text.toLower() == "none" && line.arguments.size() > 1)
            return report(SshProblemCode::BadValue, line, QStringLiteral("none"));
        const std::optional<QString> text = heeded ? decoded(word) : std::nullopt;
        if (text)
            into->append({*text, place(word.column)});
    }
}

void SshConfigReader::addIdentity(const Line& line)
{
    constexpr qsizetype identityCount = 100; // as in OpenSSH
    if (!expectOne(line) || !m_active)
        return;
    const SshWord word = line.arguments.constFirst();
    const std::optional<QString> text = decoded(word);
    const auto isSame = [&text](const SshText& known) { return known.text == *text; };
    if (!text || std::ranges::any_of(m_options.identityFiles, isSame))
        return;
    if (m_options.identityFiles.size() >= identityCount)
        return report(SshProblemCode::TooManyValues, line, QString::number(identityCount));
    m_options.identityFiles.append({*text, place(word.column)});
}

// Quotes mean nothing here, and a "#" anywhere begins a comment.
void SshConfigReader::setJumps(const Line& line)
{
    QByteArray text = line.bytes.mid(line.rest);
    while (text.startsWith('='))
        text = text.mid(1).trimmed();
    text = text.left(text.contains('#') ? text.indexOf('#') : text.size()).trimmed();
    const std::optional<QList<SshHop>> hops = sshHops(text);
    if (!hops)
        return report(SshProblemCode::BadValue, line, QString::fromUtf8(text.left(200)));
    if (m_active && !m_options.jumps && !m_options.proxyCommand)
        m_options.jumps = SshJumps{*hops, place(sshColumn(line.bytes, line.rest))};
}

void SshConfigReader::setProxyCommand(const Line& line)
{
    if (!m_active || m_options.jumps || m_options.proxyCommand)
        return;
    const QString command = QString::fromUtf8(line.bytes.mid(line.rest));
    m_options.proxyCommand = SshText{command, place(line.column)};
    if (command.compare(QStringLiteral("none"), Qt::CaseInsensitive) != 0)
        m_unsupported.append({QStringLiteral("ProxyCommand"), command, place(line.column)});
}

} // namespace snowmelt
