// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/ssh_passage.h"

namespace snowmelt {

namespace {

class PassageFinder
{
public:
    PassageFinder(const SshFiles& files, const QString& userConfig, const QString& systemConfig)
        : m_files(files), m_userConfig(userConfig), m_systemConfig(systemConfig)
    {
    }

    /// From the host backwards: each hop is put before those that were found.
    SshPassage found(SshQuery query)
    {
        QList<SshHop> given;
        SshPlace place;
        for (bool more = true; more;) {
            const SshResolved resolved = resolveSshHost(query, m_files, m_userConfig, m_systemConfig);
            note(resolved, !given.isEmpty());
            m_passage.ways.prepend(resolved.way);
            if (given.isEmpty() && !resolved.way.jumps.isEmpty()) {
                given = resolved.way.jumps;
                place = resolved.options.jumps->place;
            }
            more = !given.isEmpty() && m_passage.ok() && withinLimit(query, place);
            if (more)
                query = hopQuery(given.takeLast(), query.person);
        }
        return m_passage;
    }

private:
    static SshQuery hopQuery(const SshHop& hop, const SshPerson& person)
    {
        return {hop.host, hop.user, hop.port, person};
    }

    bool withinLimit(const SshQuery& query, const SshPlace& place)
    {
        if (m_passage.ways.size() <= sshJumpLimit)
            return true;
        m_passage.problems.append({SshProblemCode::JumpLoop, {query.host}, place});
        return false;
    }

    /// Jumps given from outside take the place of the host's own way of being reached.
    void note(const SshResolved& resolved, bool jumpsGiven)
    {
        for (const SshUnsupported& one : resolved.unsupported)
            if (!m_passage.unsupported.contains(one) && !(jumpsGiven && one.what == u"ProxyCommand"))
                m_passage.unsupported.append(one);
        for (const SshProblem& one : resolved.problems)
            if (!m_passage.problems.contains(one) && !(jumpsGiven && one.code == SshProblemCode::JumpLoop))
                m_passage.problems.append(one);
    }

    const SshFiles& m_files;
    const QString& m_userConfig;
    const QString& m_systemConfig;
    SshPassage m_passage;
};

} // namespace

SshPassage sshPassageTo(const SshQuery& query, const SshFiles& files, const QString& userConfig,
                        const QString& systemConfig)
{
    return PassageFinder(files, userConfig, systemConfig).found(query);
}

bool decidesWhoIsReached(const SshUnsupported& unsupported)
{
    static const QStringList keywords{QStringLiteral("CanonicalizeHostname"), QStringLiteral("KnownHostsCommand"),
                                      QStringLiteral("ProxyCommand"),         QStringLiteral("ProxyUseFdpass"),
                                      QStringLiteral("RefuseConnection"),     QStringLiteral("RevokedHostKeys"),
                                      QStringLiteral("VerifyHostKeyDNS")};
    // The block that was not applied may say anything.
    return unsupported.what.startsWith(QStringLiteral("Match ")) || keywords.contains(unsupported.what);
}

} // namespace snowmelt
