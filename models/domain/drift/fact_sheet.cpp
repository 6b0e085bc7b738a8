// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/fact_sheet.h"

#include "models/domain/drift/compare_parts.h"
#include "models/domain/drift/left_out.h"
#include "models/domain/drift/probe/piece.h"

#include <algorithm>

namespace snowmelt {

namespace {

FactTable packageTable(const ProbeFacts& facts)
{
    FactTable table;
    for (const PackageFact& package : facts.packages) {
        FactRow row;
        row.fields = {{QStringLiteral("version"), package.version},
                      {QStringLiteral("architecture"), package.architecture}};
        row.changedAt = timeOf(facts.packageTimes.value(package.name));
        table.insert(package.name.toUtf8(), row);
    }
    return table;
}

FactTable userTable(const QList<UserFact>& users)
{
    FactTable table;
    for (const UserFact& user : users) {
        FactRow row;
        row.fields = {{QStringLiteral("uid"), QString::number(user.uid)},
                      {QStringLiteral("gid"), QString::number(user.gid)},
                      {QStringLiteral("home"), user.home},
                      {QStringLiteral("shell"), user.shell}};
        table.insert(user.name.toUtf8(), row);
    }
    return table;
}

// A user's own group comes and goes with the user, who tells its number too.
FactTable groupTable(const QList<GroupFact>& groups, const QList<UserFact>& users)
{
    QMap<QString, int> own;
    for (const UserFact& user : users)
        own.insert(user.name, user.gid);
    FactTable table;
    for (const GroupFact& group : groups) {
        const auto user = own.constFind(group.name);
        if (user != own.constEnd() && *user == group.gid && group.members.isEmpty())
            continue;
        FactRow row;
        row.fields = {{QStringLiteral("gid"), QString::number(group.gid)},
                      {QStringLiteral("members"), group.members.join(u' ')}};
        table.insert(group.name.toUtf8(), row);
    }
    return table;
}

/// The rows of one node's files. Texts that many files share are made once.
class FileTable
{
public:
    explicit FileTable(const ProbeFacts& facts) : m_facts(facts) {}
    FactTable table() const;
    QList<Unseen> unhashed() const;

private:
    bool isUnhashed(const FileFact& file) const;
    FactRow row(const FileFact& file) const;

    const ProbeFacts& m_facts;
    mutable QHash<int, QString> m_numbers;
    mutable QHash<int, QString> m_modes;
};

bool FileTable::isUnhashed(const FileFact& file) const
{
    return file.type == FileType::File && file.sha256.isEmpty();
}

// Owners are compared by number: a name would make every file of a user differ because the user does.
FactRow FileTable::row(const FileFact& file) const
{
    const auto shared = [](QHash<int, QString>& known, int value, const auto& text) {
        const auto found = known.constFind(value);
        return found != known.constEnd() ? *found : *known.insert(value, text(value));
    };
    const auto number = [](int value) { return QString::number(uint(value)); };
    FactRow row;
    row.fields = {{QStringLiteral("type"), fileTypeName(file.type)},
                  {QStringLiteral("owner"), shared(m_numbers, file.uid, number)},
                  {QStringLiteral("group"), shared(m_numbers, file.gid, number)}};
    if (file.type == FileType::Link)
        row.fields.insert(QStringLiteral("target"), displayText(file.target));
    else // a link has no mode of its own
        row.fields.insert(QStringLiteral("mode"), shared(m_modes, file.mode, octalMode));
    if (file.type == FileType::File)
        row.fields.insert(QStringLiteral("content"), QString::fromLatin1(file.sha256));
    row.changedAt = timeOf(m_facts.fileTimes.value(file.path));
    return row;
}

FactTable FileTable::table() const
{
    FactTable table;
    for (const FileFact& file : m_facts.files) {
        if (!isUnhashed(file) && !leftOutRule(file.path, file.type))
            table.insert(table.cend(), file.path, row(file));
    }
    return table;
}

QList<Unseen> FileTable::unhashed() const
{
    QList<Unseen> unseen;
    for (const FileFact& file : m_facts.files) {
        if (isUnhashed(file) && !leftOutRule(file.path, file.type))
            unseen.append({DriftSection::Files, file.path,
                           m_facts.unhashed.value(file.path, QStringLiteral("not read in time"))});
    }
    return unseen;
}

// Several programs may share a port; who is not root is not told which program it is.
void addSockets(const ProbeFacts& facts, FactSheet& sheet)
{
    QMap<QByteArray, QStringList> programs;
    for (const SocketFact& socket : facts.sockets) {
        if (!isReplyPort(socket))
            programs[socketKey(socket)].append(socket.process.isEmpty() ? QStringLiteral("?") : socket.process);
    }
    FactTable& table = sheet.tables[DriftSection::Sockets];
    for (auto socket = programs.begin(); socket != programs.end(); ++socket) {
        if (!facts.processesAreNamed && socket->contains(QStringLiteral("?"))) {
            sheet.unseen.append({DriftSection::Sockets, socket.key(), QStringLiteral("permissionDenied")});
            continue;
        }
        socket->sort();
        socket->removeDuplicates();
        FactRow row;
        row.fields.insert(QStringLiteral("process"), socket->join(u' '));
        table.insert(socket.key(), row);
    }
}

// Which groups are users' own cannot be said without the users.
void addAccounts(const ProbeFacts& facts, FactSheet& sheet)
{
    const bool users = facts.seen.contains(DriftSection::Users);
    if (users)
        sheet.tables.insert(DriftSection::Users, userTable(facts.users));
    if (!facts.seen.contains(DriftSection::Groups))
        return;
    if (users)
        sheet.tables.insert(DriftSection::Groups, groupTable(facts.groups, facts.users));
    else
        sheet.unseen.append({DriftSection::Groups, {}, QStringLiteral("the users are not known")});
}

// A list without most of its hashes says too little.
void addFiles(const ProbeFacts& facts, FactSheet& sheet)
{
    const bool whole = std::ranges::none_of(facts.unseen, [](const Unseen& unseen) {
        return unseen.section == DriftSection::Files && unseen.what.isEmpty();
    });
    if (!whole)
        return;
    const FileTable files(facts);
    sheet.tables.insert(DriftSection::Files, files.table());
    sheet.unseen.append(files.unhashed());
}

} // namespace

FactSheet factSheet(const ProbeFacts& facts, const QString& node, const QDateTime& seenAt)
{
    FactSheet sheet;
    sheet.node = node;
    sheet.seenAt = seenAt;
    sheet.tables = facts.tables;
    sheet.unseen = facts.unseen;
    if (facts.seen.contains(DriftSection::Packages))
        sheet.tables.insert(DriftSection::Packages, packageTable(facts));
    addAccounts(facts, sheet);
    if (facts.seen.contains(DriftSection::Sockets))
        addSockets(facts, sheet);
    if (facts.seen.contains(DriftSection::Files))
        addFiles(facts, sheet);
    return sheet;
}

} // namespace snowmelt
