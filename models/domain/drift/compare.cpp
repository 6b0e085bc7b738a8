// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/compare.h"

#include "models/domain/drift/compare_parts.h"

#include <algorithm>
#include <utility>

namespace snowmelt {

namespace {

using Fields = QList<FieldChange>;

// Two named lists → the differences between them. `describe` appends the fields that differ between two things, either
// of which may be missing.
template <typename Fact, typename Describe>
void compareNamed(DriftSection section, const QList<Fact>& baseline, const QList<Fact>& actual, Describe describe,
                  DriftReport& report)
{
    QMap<QString, std::pair<const Fact*, const Fact*>> both;
    for (const Fact& fact : baseline)
        both[fact.name].first = &fact;
    for (const Fact& fact : actual)
        both[fact.name].second = &fact;
    for (auto pair = both.cbegin(); pair != both.cend(); ++pair) {
        const auto [was, is] = pair.value();
        Fields fields;
        describe(was, is, fields);
        if (fields.isEmpty())
            continue;
        const DifferenceKind kind = !was  ? DifferenceKind::Added
                                    : !is ? DifferenceKind::Removed
                                          : DifferenceKind::Changed;
        report.differences.append({section, kind, pair.key().toUtf8(), fields, {}, {}});
    }
}

template <typename Fact, typename Member>
QString text(const Fact* fact, Member member)
{
    if (!fact)
        return {};
    const auto& value = fact->*member;
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_same_v<Value, int>)
        return QString::number(value);
    else if constexpr (std::is_same_v<Value, QStringList>)
        return value.join(u' ');
    else
        return value;
}

void describePackage(const PackageFact* was, const PackageFact* is, Fields& fields)
{
    addField(fields, QStringLiteral("version"), text(was, &PackageFact::version), text(is, &PackageFact::version));
    addField(fields, QStringLiteral("architecture"), text(was, &PackageFact::architecture),
             text(is, &PackageFact::architecture));
}

void describeUser(const UserFact* was, const UserFact* is, Fields& fields)
{
    addField(fields, QStringLiteral("uid"), text(was, &UserFact::uid), text(is, &UserFact::uid));
    addField(fields, QStringLiteral("gid"), text(was, &UserFact::gid), text(is, &UserFact::gid));
    addField(fields, QStringLiteral("home"), text(was, &UserFact::home), text(is, &UserFact::home));
    addField(fields, QStringLiteral("shell"), text(was, &UserFact::shell), text(is, &UserFact::shell));
}

void describeGroup(const GroupFact* was, const GroupFact* is, Fields& fields)
{
    addField(fields, QStringLiteral("gid"), text(was, &GroupFact::gid), text(is, &GroupFact::gid));
    addField(fields, QStringLiteral("members"), text(was, &GroupFact::members), text(is, &GroupFact::members));
}

// A user's own group comes and goes with the user: same name, and nobody else in it.
template <typename Fact>
QSet<QString> namesOf(const QList<Fact>& facts)
{
    QSet<QString> names;
    for (const Fact& fact : facts)
        names.insert(fact.name);
    return names;
}

void takeOutPrivateGroups(QList<GroupFact>& groups, const QList<UserFact>& users, const QSet<QString>& elsewhereUsers,
                          const QSet<QString>& elsewhereGroups)
{
    groups.removeIf([&](const GroupFact& group) {
        const bool ownedByOne = std::ranges::any_of(users, [&](const UserFact& user) {
            return user.name == group.name && user.gid == group.gid && !elsewhereUsers.contains(user.name);
        });
        return ownedByOne && group.members.isEmpty() && !elsewhereGroups.contains(group.name);
    });
}

void compareAccounts(const Inventory& inventory, const ProbeFacts& facts, DriftReport& report)
{
    const bool users = facts.seen.contains(DriftSection::Users);
    if (users)
        compareNamed(DriftSection::Users, inventory.users, facts.users, describeUser, report);
    if (!facts.seen.contains(DriftSection::Groups))
        return;
    QList<GroupFact> was = inventory.groups;
    QList<GroupFact> is = facts.groups;
    if (users) {
        takeOutPrivateGroups(is, facts.users, namesOf(inventory.users), namesOf(inventory.groups));
        takeOutPrivateGroups(was, inventory.users, namesOf(facts.users), namesOf(facts.groups));
    }
    compareNamed(DriftSection::Groups, was, is, describeGroup, report);
}

void compareSockets(const Baseline& baseline, const ProbeFacts& facts, DriftReport& report)
{
    QSet<int> expected = baseline.ports;
    for (const int port : baseline.inventory.ports)
        expected.insert(port);
    QSet<int> listening;
    QMap<QByteArray, Difference> found; // one address and port once, whoever shares it
    for (const SocketFact& socket : facts.sockets) {
        const bool isTcp = socket.protocol == u"tcp";
        if (isTcp)
            listening.insert(socket.port);
        if (isReplyPort(socket))
            leaveOut(report, QStringLiteral("udp 32768–65535"), QStringLiteral("reply ports"));
        if (isReplyPort(socket) || (isTcp && expected.contains(socket.port)))
            continue;
        const QByteArray key = socketKey(socket);
        const QString process = socket.process.isEmpty() ? QStringLiteral("?") : socket.process;
        found.insert(
            key,
            {DriftSection::Sockets, DifferenceKind::Added, key, {{QStringLiteral("process"), {}, process}}, {}, {}});
    }
    report.differences.append(found.values());
    for (const int port : baseline.inventory.ports) {
        if (listening.contains(port))
            continue;
        const QString number = QString::number(port);
        report.differences.append({DriftSection::Sockets,
                                   DifferenceKind::Removed,
                                   QByteArray("tcp *:" + number.toLatin1()),
                                   {{QStringLiteral("port"), number, {}}},
                                   {},
                                   {}});
    }
}

} // namespace

QByteArray socketKey(const SocketFact& socket)
{
    const QString key = socket.protocol + u' ' + socket.address + u':' + QString::number(socket.port);
    return key.toUtf8();
}

bool isReplyPort(const SocketFact& socket)
{
    return socket.protocol == u"udp" && socket.port >= 32768;
}

void addField(QList<FieldChange>& fields, const QString& name, const QString& baseline, const QString& actual)
{
    if (baseline != actual)
        fields.append({name, baseline, actual});
}

void leaveOut(DriftReport& report, const QString& pattern, const QString& reason)
{
    const auto known = std::ranges::find_if(
        report.leftOut, [&](const LeftOut& entry) { return entry.pattern == pattern && entry.reason == reason; });
    if (known != report.leftOut.end())
        ++known->count;
    else
        report.leftOut.append({pattern, reason, 1});
}

QStringList packagesToExplain(const Inventory& inventory, const ProbeFacts& facts)
{
    QMap<QString, PackageFact> now;
    for (const PackageFact& package : facts.packages)
        now.insert(package.name, package);
    QStringList names;
    for (const PackageFact& package : inventory.packages) {
        if (facts.seen.contains(DriftSection::Packages) && now.value(package.name) != package)
            names.append(package.name);
    }
    return names;
}

DriftReport compareWithBirth(const Baseline& baseline, const ProbeFacts& facts)
{
    DriftReport report;
    report.baselineImage = baseline.inventory.image;
    report.baselineDigest = baseline.inventory.digest;
    report.unseen = facts.unseen;
    report.unseen.removeIf([](const Unseen& unseen) { return !birthSections().contains(unseen.section); });
    if (facts.seen.contains(DriftSection::Packages))
        compareNamed(DriftSection::Packages, baseline.inventory.packages, facts.packages, describePackage, report);
    compareAccounts(baseline.inventory, facts, report);
    if (facts.seen.contains(DriftSection::Sockets))
        compareSockets(baseline, facts, report);
    if (facts.seen.contains(DriftSection::Files))
        compareFiles(baseline, facts, report);
    std::ranges::stable_sort(report.differences, {}, &Difference::section);
    std::ranges::sort(report.leftOut, {}, &LeftOut::pattern);
    return report;
}

} // namespace snowmelt
