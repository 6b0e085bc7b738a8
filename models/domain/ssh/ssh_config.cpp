// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/ssh_config.h"

#include "models/domain/ssh/ssh_address.h"
#include "models/domain/ssh/ssh_tokens.h"

namespace snowmelt {

namespace {

// OpenSSH's, without kinds of keys that Snowmelt cannot use.
const QStringList usualIdentities{QStringLiteral("~/.ssh/id_rsa"), QStringLiteral("~/.ssh/id_ecdsa"),
                                  QStringLiteral("~/.ssh/id_ed25519")};
const QStringList usualUserHosts{QStringLiteral("~/.ssh/known_hosts"), QStringLiteral("~/.ssh/known_hosts2")};
const QStringList usualGlobalHosts{QStringLiteral("/etc/ssh/ssh_known_hosts"),
                                   QStringLiteral("/etc/ssh/ssh_known_hosts2")};

bool isNone(const QString& text)
{
    return text.compare(QStringLiteral("none"), Qt::CaseInsensitive) == 0;
}

/// Options into a way: defaults, tokens, variables and "~".
class SshWayMaker
{
public:
    SshWayMaker(const SshQuery& query, SshResolved& resolved)
        : m_query(query), m_options(resolved.options), m_way(resolved.way), m_problems(resolved.problems)
    {
    }

    void make()
    {
        setHost();
        setPlainValues();
        setTokens();
        setJumps();
        setIdentities();
        m_way.userKnownHostsFiles = expandedFiles("UserKnownHostsFile", m_options.userKnownHostsFiles, usualUserHosts);
        m_way.globalKnownHostsFiles = plainFiles(m_options.globalKnownHostsFiles, usualGlobalHosts);
        setAgent();
    }

private:
    void setHost()
    {
        QString host = m_query.host;
        if (m_options.hostName) {
            const SshExpansion expansion = expandSshTokens(m_options.hostName->text, {{u'h', m_query.host}});
            check("HostName", expansion, m_options.hostName->place);
            host = expansion.text;
        }
        m_way.hostName = sshAddress(QString::fromUtf8(host.toUtf8().toLower())); // ASCII only, as a resolver sees it
        m_way.user = m_options.user ? m_options.user->text : m_query.person.user;
        m_way.port = m_options.port.value_or(22);
    }

    void setPlainValues()
    {
        m_way.hostKeyAlias = m_options.hostKeyAlias ? m_options.hostKeyAlias->text : QString();
        m_way.identitiesOnly = m_options.identitiesOnly.value_or(false);
        m_way.strictness = m_options.strictness.value_or(SshStrictness::Ask);
        m_way.hashKnownHosts = m_options.hashKnownHosts.value_or(false);
        m_way.connectTimeout = m_options.connectTimeout.value_or(0);
        m_way.serverAliveInterval = m_options.serverAliveInterval.value_or(0);
        m_way.serverAliveCountMax = m_options.serverAliveCountMax.value_or(3);
        m_way.asksNobody = m_options.batchMode.value_or(false);
        m_way.mayUseKeys = m_options.pubkeyAuthentication.value_or(true);
        m_way.mayUseChallenges = m_options.kbdInteractiveAuthentication.value_or(true);
        m_way.mayUsePasswords = m_options.passwordAuthentication.value_or(true);
        if (m_options.preferredAuthentications)
            m_way.preferredAuthentications = m_options.preferredAuthentications->text.split(u',', Qt::SkipEmptyParts);
    }

    void setTokens()
    {
        const SshPerson& person = m_query.person;
        m_jumpTokens = {
            {u'h', m_way.hostName}, {u'n', m_query.host}, {u'p', QString::number(m_way.port)}, {u'r', m_way.user}};
        m_tokens = m_jumpTokens;
        m_tokens.insert(u'C', sshConnectionHash(person.machine, m_way.hostName, m_way.port, m_way.user));
        m_tokens.insert(u'd', person.home);
        m_tokens.insert(u'i', QString::number(person.userId));
        m_tokens.insert(u'k', m_way.hostKeyAlias.isEmpty() ? m_query.host : m_way.hostKeyAlias);
        m_tokens.insert(u'L', person.machine.section(u'.', 0, 0));
        m_tokens.insert(u'l', person.machine);
        m_tokens.insert(u'u', person.user);
    }

    void setJumps()
    {
        if (!m_options.jumps)
            return;
        const SshPlace place = m_options.jumps->place;
        for (const SshHop& hop : m_options.jumps->hops) {
            const SshExpansion host = expandSshTokens(hop.host, m_jumpTokens);
            const SshExpansion user = expandSshTokens(hop.user, m_jumpTokens);
            check("ProxyJump", host, place);
            check("ProxyJump", user, place);
            m_way.jumps.append({host.text, user.text, hop.port});
        }
        if (!m_way.jumps.isEmpty() && isTarget(m_way.jumps.constLast()))
            m_problems.append({SshProblemCode::JumpLoop, {m_way.hostName}, place});
    }
    bool isTarget(const SshHop& hop) const
    {
        return hop.host == m_way.hostName && (hop.port == 0 ? 22 : hop.port) == m_way.port &&
               (hop.user.isEmpty() || hop.user == m_way.user);
    }

    void setIdentities()
    {
        m_way.identitiesNamed = !m_options.identityFiles.isEmpty();
        m_way.identityFiles = expandedFiles("IdentityFile", m_options.identityFiles, usualIdentities);
    }

    void setAgent()
    {
        const QString usual = m_query.person.environment.value(QStringLiteral("SSH_AUTH_SOCK"));
        if (!m_options.identityAgent || m_options.identityAgent->text == u"SSH_AUTH_SOCK") {
            m_way.agentSocket = usual;
            return;
        }
        const SshText& text = *m_options.identityAgent;
        if (isNone(text.text))
            return;
        const bool isVariable = text.text.startsWith(u'$') && !text.text.startsWith(QStringLiteral("${"));
        const SshText path = isVariable ? SshText{u"${" + text.text.mid(1) + u'}', text.place} : text;
        m_way.agentSocket = expanded("IdentityAgent", path);
    }

    QStringList expandedFiles(const char* keyword, const QList<SshText>& named, const QStringList& usual)
    {
        QStringList files;
        for (const SshText& file : named) {
            if (!isNone(file.text))
                files << expanded(keyword, file);
        }
        if (named.isEmpty()) {
            for (const QString& file : usual)
                files << m_query.person.home + file.mid(1);
        }
        return files;
    }
    static QStringList plainFiles(const QList<SshText>& named, const QStringList& usual)
    {
        QStringList files = named.isEmpty() ? usual : QStringList();
        for (const SshText& file : named) {
            if (!isNone(file.text))
                files << file.text;
        }
        return files;
    }

    /// The homes of others are not known here.
    QString expanded(const char* keyword, const SshText& text)
    {
        const bool atHome = text.text == u"~" || text.text.startsWith(QStringLiteral("~/"));
        if (text.text.startsWith(u'~') && !atHome)
            m_problems.append({SshProblemCode::BadValue, {QString::fromLatin1(keyword), text.text}, text.place});
        const SshExpansion expansion =
            expandSshText(atHome ? text.text.mid(1) : text.text, m_tokens, m_query.person.environment);
        check(keyword, expansion, text.place);
        return atHome ? QString(m_query.person.home + expansion.text) : expansion.text;
    }

    void check(const char* keyword, const SshExpansion& expansion, const SshPlace& place)
    {
        const QString name = QString::fromLatin1(keyword);
        if (!expansion.unknownToken.isEmpty())
            m_problems.append({SshProblemCode::UnknownToken, {name, expansion.unknownToken}, place});
        if (!expansion.unsetVariable.isEmpty())
            m_problems.append({SshProblemCode::UnsetVariable, {name, expansion.unsetVariable}, place});
    }

    const SshQuery& m_query;
    const SshOptions& m_options;
    SshWay& m_way;
    QList<SshProblem>& m_problems;
    SshTokens m_tokens;
    SshTokens m_jumpTokens;
};

} // namespace

SshResolved resolveSshHost(const SshQuery& query, const SshFiles& files, const QString& userConfig,
                           const QString& systemConfig)
{
    SshConfigReader reader(query, files);
    if (!userConfig.isEmpty())
        reader.readFile(userConfig, SshConfigReader::Source::User);
    if (!systemConfig.isEmpty())
        reader.readFile(systemConfig, SshConfigReader::Source::System);
    SshResolved resolved{{}, reader.options(), reader.unsupported(), reader.problems()};
    SshWayMaker(query, resolved).make();
    return resolved;
}

} // namespace snowmelt
