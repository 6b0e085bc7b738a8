// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/ssh/host_routes.h"

#include "models/domain/drift/drift.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

#include <algorithm>

namespace snowmelt {

namespace {

const QString systemConfig = QStringLiteral("/etc/ssh/ssh_config");

/// The person's own for this blueprint, and the system's. Who names a file means that one alone: ssh(1), -F.
std::pair<QString, QString> configsOf(const Blueprint& blueprint, const SshPerson& person)
{
    if (blueprint.platform.sshConfig.isEmpty())
        return {person.home + u"/.ssh/config", systemConfig};
    return {blueprint.folder() + u'/' + blueprint.platform.sshConfig, QString()};
}

QString problemText(const SshProblem& problem)
{
    static const QHash<SshProblemCode, QString> names{
        {SshProblemCode::Unreadable, QStringLiteral("cannot be read")},
        {SshProblemCode::NulByte, QStringLiteral("NUL byte")},
        {SshProblemCode::NotUtf8, QStringLiteral("not UTF-8")},
        {SshProblemCode::InvalidQuotes, QStringLiteral("invalid quotes")},
        {SshProblemCode::UnknownKeyword, QStringLiteral("bad configuration option")},
        {SshProblemCode::MissingArgument, QStringLiteral("missing argument")},
        {SshProblemCode::ExtraArguments, QStringLiteral("extra arguments at end of line")},
        {SshProblemCode::BadValue, QStringLiteral("bad value")},
        {SshProblemCode::BadMatch, QStringLiteral("unsupported Match attribute")},
        {SshProblemCode::IncludeCycle, QStringLiteral("include loop")},
        {SshProblemCode::IncludeTooDeep, QStringLiteral("too many recursive configuration includes")},
        {SshProblemCode::TooManyFiles, QStringLiteral("too many files")},
        {SshProblemCode::TooManyValues, QStringLiteral("too many values")},
        {SshProblemCode::UnknownToken, QStringLiteral("unknown key")},
        {SshProblemCode::UnsetVariable, QStringLiteral("env var has no value")},
        {SshProblemCode::JumpLoop, QStringLiteral("jumphost loop")},
        {SshProblemCode::MoreProblems, QStringLiteral("and more")},
    };
    return displayText(QString(names.value(problem.code) + u": " + problem.args.join(u' ')).toUtf8());
}

Error invalid(const QString& node, const QList<SshProblem>& problems)
{
    const SshPlace& place = problems.first().place;
    QStringList texts;
    for (const SshProblem& problem : problems)
        texts << problemText(problem);
    return {ErrorCode::SshConfigInvalid,
            {node, place.file, QString::number(place.line), QString::number(place.column)},
            texts.join(u'\n')};
}

Error notFollowed(const QString& node, const SshUnsupported& one)
{
    return {ErrorCode::SshConfigUnsupported, {node, one.what, one.place.file, QString::number(one.place.line)}, {}};
}

void add(QList<GivenHost>& hosts, const QStringList& names, const QString& part)
{
    for (const QString& host : names)
        hosts.append({host, host, part, Role::Node});
}

} // namespace

QList<GivenHost> givenHosts(const Blueprint& blueprint)
{
    QList<GivenHost> hosts;
    for (const Group& group : blueprint.groups)
        add(hosts, group.hosts, group.name);
    for (const Cache& cache : blueprint.caches)
        add(hosts, cache.hosts, cache.name);
    for (const Balancer& balancer : blueprint.balancers)
        for (const QString& host : balancer.hosts)
            hosts.append({balancer.name, host, balancer.name, Role::Balancer});
    for (const Database& database : blueprint.databases)
        for (const QString& host : database.hosts)
            hosts.append({database.name, host, database.name, Role::Database});
    std::ranges::sort(hosts, {}, &GivenHost::node);
    return hosts;
}

/// As OpenSSH's client finds its user and home: not from the environment.
SshPerson thisPerson()
{
    SshPerson person;
    person.userId = ::getuid();
    if (const passwd* entry = ::getpwuid(::getuid())) {
        person.user = QFile::decodeName(entry->pw_name);
        person.home = QFile::decodeName(entry->pw_dir);
    }
    while (person.home.size() > 1 && person.home.endsWith(u'/'))
        person.home.chop(1);
    person.machine = QSysInfo::machineHostName();
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys())
        person.environment.insert(name, environment.value(name));
    return person;
}

void HostRoutes::refresh()
{
    if (m_files.changed())
        m_routes.clear();
}

Result<SshRoute> HostRoutes::routeTo(const GivenHost& host, const Blueprint& blueprint)
{
    const QString key =
        QStringList{configsOf(blueprint, m_person).first, blueprint.platform.user, host.node, host.host}.join(
            QChar(u'\n'));
    const auto known = m_routes.constFind(key);
    return known != m_routes.cend()
               ? *known
               : *m_routes.insert(key, found(host.node, {host.host, blueprint.platform.user, 0, m_person}, blueprint));
}

Result<SshRoute> HostRoutes::routeTo(const SshHop& host, const Blueprint& blueprint)
{
    return found(host.host, {host.host, host.user, host.port, m_person}, blueprint);
}

Result<SshRoute> HostRoutes::found(const QString& node, const SshQuery& query, const Blueprint& blueprint)
{
    const auto [own, system] = configsOf(blueprint, m_person);
    const SshPassage passage = sshPassageTo(query, m_files.files(), own, system);
    // A file a blueprint names is there; without a line for it, anything might be reached.
    if (system.isEmpty() && m_files.files().read(own).state == SshFileRead::State::Missing)
        return invalid(node, {{SshProblemCode::Unreadable, {own}, {own, 0, 0}}});
    if (!passage.ok())
        return invalid(node, passage.problems);
    for (const SshUnsupported& one : passage.unsupported) {
        if (decidesWhoIsReached(one))
            return notFollowed(node, one);
        note(one);
    }
    return SshRoute{node, passage.ways};
}

void HostRoutes::note(const SshUnsupported& one)
{
    const QString text = displayText(QStringLiteral("%1:%2:%3: %4 %5")
                                         .arg(one.place.file, QString::number(one.place.line),
                                              QString::number(one.place.column), one.what, one.value)
                                         .toUtf8());
    if (m_noted.contains(text))
        return;
    m_noted.insert(text);
    m_notes.append(text);
}

} // namespace snowmelt
