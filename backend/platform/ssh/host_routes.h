// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"
#include "backend/platform/ssh/config_files.h"
#include "backend/transport/ssh_route.h"
#include "models/domain/blueprint/blueprint.h"
#include "models/domain/ssh/ssh_passage.h"

#include <QSet>

namespace snowmelt {

/// One of the blueprint's hosts.
struct GivenHost
{
    QString node;  ///< what its node is called: as the host, or, of a balancer or database, as the part
    QString host;  ///< as the blueprint has it
    QString group; ///< group, balancer, database or cache
    Role role = Role::Node;
    bool operator==(const GivenHost&) const = default;
};

/// All hosts of a blueprint, sorted by their nodes' names.
QList<GivenHost> givenHosts(const Blueprint& blueprint);

/// Who runs this program, on which machine, with which environment.
SshPerson thisPerson();

/// How the hosts of blueprints are reached, as OpenSSH's configuration says it now.
class HostRoutes
{
public:
    explicit HostRoutes(SshPerson person) : m_person(std::move(person)) {}

    /// Reads anew what was changed on disk.
    void refresh();
    /// SshConfigInvalid {node, file, line, column}, SshConfigUnsupported {node, keyword, file, line}.
    Result<SshRoute> routeTo(const GivenHost& host, const Blueprint& blueprint);
    /// To a host that is in no blueprint; `blueprint` only says which configuration counts.
    Result<SshRoute> routeTo(const SshHop& host, const Blueprint& blueprint);
    /// What of the configuration is not followed although it leads nobody elsewhere: "FILE:LINE:COLUMN: Keyword value".
    /// Each once, in the order of the routes that were asked for.
    QStringList takeNotes() { return std::exchange(m_notes, {}); }

private:
    Result<SshRoute> found(const QString& node, const SshQuery& query, const Blueprint& blueprint);
    void note(const SshUnsupported& unsupported);

    SshPerson m_person;
    ConfigFiles m_files;
    QHash<QString, Result<SshRoute>> m_routes; ///< by configuration, user, node and host
    QStringList m_notes;
    QSet<QString> m_noted;
};

} // namespace snowmelt
