// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/compare_parts.h"
#include "models/domain/drift/left_out.h"

#include <QHash>

#include <algorithm>

namespace snowmelt {

namespace {

bool isBelow(const QByteArray& path, const QByteArray& folder)
{
    return path.size() > folder.size() && path.startsWith(folder) && path.at(folder.size()) == '/';
}

QMap<int, QString> userNames(const QList<UserFact>& users)
{
    QMap<int, QString> names;
    for (const UserFact& user : users)
        names.insert(user.uid, user.name);
    return names;
}

QMap<int, QString> groupNames(const QList<GroupFact>& groups)
{
    QMap<int, QString> names;
    for (const GroupFact& group : groups)
        names.insert(group.gid, group.name);
    return names;
}

// "shop (1000)": compared by id, read by name.
QString named(int id, const QMap<int, QString>& names)
{
    const QString name = names.value(id);
    return name.isEmpty() ? QString::number(id) : name + u" (" + QString::number(id) + u')';
}

/// The comparison of one node's files.
class FileComparison
{
public:
    FileComparison(const Baseline& baseline, const ProbeFacts& facts, DriftReport& report);
    void run();

private:
    void comparePath(const QByteArray& path, const FileFact* was, const FileFact* is);
    bool hidden(const QByteArray& path, const FileFact* was, const FileFact* is);
    bool isBlind(const QByteArray& path) const;
    bool isFolderOfBirth(const FileFact& is) const;
    Difference added(const FileFact& is) const;
    Difference removed(const FileFact& was) const;
    Difference changed(const FileFact& was, const FileFact& is);
    void compareContent(const FileFact& was, const FileFact& is, QList<FieldChange>& fields);
    bool belongsToPackage(const Difference& difference);
    void notePackages();
    void claim(const QString& package, const PackageFiles& files);
    QByteArray resolved(const QByteArray& path) const;
    void tellCounts();

    const Baseline& m_baseline;
    const ProbeFacts& m_facts;
    DriftReport& m_report;
    QMap<QByteArray, FileFact> m_expected;
    QHash<QByteArray, QString> m_packageOf; // paths of packages that differ
    QSet<QByteArray> m_configuration;       // those that keep what is in them when a package is upgraded
    QHash<QString, int> m_filesOf;          // folded into the package's difference
    QMap<int, QString> m_usersWere, m_usersAre, m_groupsWere, m_groupsAre;
};

FileComparison::FileComparison(const Baseline& baseline, const ProbeFacts& facts, DriftReport& report)
    : m_baseline(baseline), m_facts(facts), m_report(report), m_expected(baseline.inventory.files),
      m_usersWere(userNames(baseline.inventory.users)), m_usersAre(userNames(facts.users)),
      m_groupsWere(groupNames(baseline.inventory.groups)), m_groupsAre(groupNames(facts.groups))
{
    for (const BirthFile& file : baseline.birth.files) {
        FileFact expected;
        expected.path = file.path;
        expected.type = FileType::File;
        expected.mode = file.mode;
        expected.uid = file.uid;
        expected.gid = file.gid;
        expected.sha256 = file.sha256;
        m_expected.insert(file.path, expected);
    }
    notePackages();
}

void FileComparison::notePackages()
{
    for (const Difference& difference : std::as_const(m_report.differences)) {
        if (difference.section != DriftSection::Packages)
            continue;
        const QString name = QString::fromUtf8(difference.key);
        claim(name, m_facts.packageFiles.value(name));
        claim(name, m_baseline.packageFiles.value(name));
    }
}

void FileComparison::claim(const QString& package, const PackageFiles& files)
{
    for (const QByteArray& path : files.paths)
        m_packageOf.insert(resolved(path), package);
    for (const QByteArray& path : files.configuration)
        m_configuration.insert(resolved(path));
}

// dpkg lists "/bin/x" where /bin is a link to usr/bin.
QByteArray FileComparison::resolved(const QByteArray& path) const
{
    const qsizetype slash = path.indexOf('/', 1);
    if (slash < 0)
        return path;
    const auto top = m_facts.files.constFind(path.left(slash));
    if (top == m_facts.files.constEnd() || top->type != FileType::Link)
        return path;
    const QByteArray target = top->target.startsWith('/') ? top->target : QByteArray("/").append(top->target);
    return target + path.mid(slash);
}

void FileComparison::run()
{
    auto was = m_expected.cbegin();
    auto is = m_facts.files.cbegin();
    while (was != m_expected.cend() || is != m_facts.files.cend()) {
        const bool hasWas = was != m_expected.cend() && (is == m_facts.files.cend() || was.key() <= is.key());
        const bool hasIs = is != m_facts.files.cend() && (was == m_expected.cend() || is.key() <= was.key());
        const QByteArray path = hasWas ? was.key() : is.key();
        comparePath(path, hasWas ? &was.value() : nullptr, hasIs ? &is.value() : nullptr);
        if (hasWas)
            ++was;
        if (hasIs)
            ++is;
    }
    tellCounts();
}

void FileComparison::comparePath(const QByteArray& path, const FileFact* was, const FileFact* is)
{
    const bool isUnknownRoot = path == "/" && !was; // a layer need not say anything about its own root
    if (isUnknownRoot || hidden(path, was, is))
        return;
    const Difference difference = !was ? added(*is) : !is ? removed(*was) : changed(*was, *is);
    if (!difference.fields.isEmpty() && !belongsToPackage(difference))
        m_report.differences.append(difference);
}

bool FileComparison::hidden(const QByteArray& path, const FileFact* was, const FileFact* is)
{
    // A name is left out only when both sides are: a file in the place of a socket is a difference.
    const LeftOutRule* ruleWas = was ? leftOutRule(path, was->type) : nullptr;
    const LeftOutRule* ruleIs = is ? leftOutRule(path, is->type) : nullptr;
    if ((was && !ruleWas) || (is && !ruleIs))
        return (!is && isBlind(path)) || (!was && isFolderOfBirth(*is));
    const LeftOutRule* rule = ruleIs ? ruleIs : ruleWas;
    leaveOut(m_report, rule->pattern(), QString::fromLatin1(rule->reason));
    return true;
}

bool FileComparison::isBlind(const QByteArray& path) const
{
    return std::ranges::any_of(m_facts.blindFolders,
                               [&path](const QByteArray& folder) { return path == folder || isBelow(path, folder); });
}

// Folders that had to be made for a birth file, and are nobody else's to write in.
bool FileComparison::isFolderOfBirth(const FileFact& is) const
{
    const bool tame = is.type == FileType::Directory && is.uid == 0 && is.gid == 0 && (is.mode & ~0755) == 0;
    return tame && std::ranges::any_of(m_baseline.birth.files,
                                       [&is](const BirthFile& file) { return isBelow(file.path, is.path); });
}

Difference FileComparison::added(const FileFact& is) const
{
    QList<FieldChange> fields{{QStringLiteral("type"), {}, fileTypeName(is.type)}};
    if (is.type == FileType::Link)
        fields.append({QStringLiteral("target"), {}, displayText(is.target)});
    else
        fields.append({QStringLiteral("mode"), {}, octalMode(is.mode)});
    if (is.type == FileType::File)
        fields.append({QStringLiteral("size"), {}, QString::number(is.size)});
    fields.append({QStringLiteral("owner"), {}, named(is.uid, m_usersAre)});
    fields.append({QStringLiteral("group"), {}, named(is.gid, m_groupsAre)});
    return {DriftSection::Files, DifferenceKind::Added, is.path, fields, {}, {}};
}

Difference FileComparison::removed(const FileFact& was) const
{
    return {DriftSection::Files,
            DifferenceKind::Removed,
            was.path,
            {{QStringLiteral("type"), fileTypeName(was.type), {}}},
            {},
            {}};
}

Difference FileComparison::changed(const FileFact& was, const FileFact& is)
{
    QList<FieldChange> fields;
    addField(fields, QStringLiteral("type"), fileTypeName(was.type), fileTypeName(is.type));
    if (was.type == is.type && is.type == FileType::Link && was.target != is.target)
        fields.append({QStringLiteral("target"), displayText(was.target), displayText(is.target)});
    if (was.type != FileType::Link && is.type != FileType::Link) // a link has no mode of its own
        addField(fields, QStringLiteral("mode"), octalMode(was.mode), octalMode(is.mode));
    if (was.uid != is.uid)
        fields.append({QStringLiteral("owner"), named(was.uid, m_usersWere), named(is.uid, m_usersAre)});
    if (was.gid != is.gid)
        fields.append({QStringLiteral("group"), named(was.gid, m_groupsWere), named(is.gid, m_groupsAre)});
    if (was.type == FileType::File && is.type == FileType::File)
        compareContent(was, is, fields);
    return {DriftSection::Files, DifferenceKind::Changed, is.path, fields, {}, {}};
}

void FileComparison::compareContent(const FileFact& was, const FileFact& is, QList<FieldChange>& fields)
{
    if (was.sha256.isEmpty() || is.sha256.isEmpty()) {
        const QString why = was.sha256.isEmpty() ? QStringLiteral("the image has no hash of it")
                                                 : m_facts.unhashed.value(is.path, QStringLiteral("not read in time"));
        m_report.unseen.append({DriftSection::Files, is.path, why});
        return;
    }
    if (was.sha256 == is.sha256)
        return;
    if (explainedByAccounts(is.path, m_baseline, m_facts, m_report)) {
        leaveOut(m_report, QString::fromUtf8(is.path), QStringLiteral("lines of users"));
        return;
    }
    fields.append({QStringLiteral("content"), QString::fromLatin1(was.sha256), QString::fromLatin1(is.sha256)});
}

// A package that came, left or changed brings its files along: they are counted with it. Its configuration is not: dpkg
// asks before it touches that, so a change there is somebody's.
bool FileComparison::belongsToPackage(const Difference& difference)
{
    const auto package = m_packageOf.constFind(difference.key);
    if (package == m_packageOf.constEnd())
        return false;
    const bool contentAlone = std::ranges::all_of(difference.fields, [](const FieldChange& field) {
        return field.field == u"content" || field.field == u"target";
    });
    const bool changedByHand =
        difference.kind == DifferenceKind::Changed && (!contentAlone || m_configuration.contains(difference.key));
    if (changedByHand)
        return false;
    ++m_filesOf[*package];
    return true;
}

void FileComparison::tellCounts()
{
    for (Difference& difference : m_report.differences) {
        const int count =
            difference.section == DriftSection::Packages ? m_filesOf.value(QString::fromUtf8(difference.key)) : 0;
        if (count == 0)
            continue;
        const QString number = QString::number(count);
        const bool gone = difference.kind == DifferenceKind::Removed;
        difference.fields.append({QStringLiteral("files"), gone ? number : QString(), gone ? QString() : number});
    }
}

} // namespace

QString fileTypeName(FileType type)
{
    switch (type) {
    case FileType::File:
        return QStringLiteral("file");
    case FileType::Directory:
        return QStringLiteral("directory");
    case FileType::Link:
        return QStringLiteral("link");
    case FileType::CharDevice:
        return QStringLiteral("character device");
    case FileType::BlockDevice:
        return QStringLiteral("block device");
    case FileType::Fifo:
        return QStringLiteral("fifo");
    case FileType::Socket:
        return QStringLiteral("socket");
    case FileType::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString octalMode(int mode)
{
    return QString::number(mode, 8).rightJustified(4, u'0');
}

bool explainedByAccounts(const QByteArray& path, const Baseline& baseline, const ProbeFacts& facts,
                         const DriftReport& report)
{
    const auto before = baseline.accountFiles.constFind(path);
    const auto after = facts.accounts.constFind(path);
    if (before == baseline.accountFiles.constEnd() || after == facts.accounts.constEnd())
        return false;
    QSet<QByteArray> differing;
    for (const Difference& difference : report.differences) {
        if (difference.section == DriftSection::Users || difference.section == DriftSection::Groups)
            differing.insert(difference.key);
    }
    // What the tables account for is taken out on both sides; the rest must be the same lines in the same order.
    const auto rest = [&differing](QList<AccountLine> lines) {
        lines.removeIf([&differing](const AccountLine& line) { return differing.contains(line.name); });
        return lines;
    };
    return !differing.isEmpty() && rest(accountLines(*before, facts.nonce)) == rest(*after);
}

void compareFiles(const Baseline& baseline, const ProbeFacts& facts, DriftReport& report)
{
    FileComparison(baseline, facts, report).run();
}

} // namespace snowmelt
