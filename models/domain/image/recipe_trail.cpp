// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/recipe_trail.h"

#include <QCryptographicHash>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr char commitMark = '\x1e';
constexpr char fieldMark = '\x1f';
constexpr qsizetype latestTold = 5;

struct TrailCommit
{
    RecipeCommit commit;
    QList<QByteArray> blobs; ///< names of what it left in the files
};

/// ":100644 100644 OLD NEW M\trecipes/shop.yaml" → NEW (git-log(1), --raw)
QByteArray blobIn(const QByteArray& line)
{
    return line.startsWith(':') ? line.split(' ').value(3) : QByteArray();
}

std::optional<TrailCommit> commitFrom(const QByteArray& record)
{
    const QList<QByteArray> lines = record.split('\n');
    const QList<QByteArray> fields = lines.first().split(fieldMark);
    if (fields.size() < 4)
        return std::nullopt;
    TrailCommit found{{QString::fromLatin1(fields[0]),
                       QDateTime::fromString(QString::fromLatin1(fields[1]), Qt::ISODate), QString::fromUtf8(fields[2]),
                       QString::fromUtf8(fields[3])},
                      {}};
    for (const QByteArray& line : lines)
        if (const QByteArray blob = blobIn(line); !blob.isEmpty())
            found.blobs.append(blob);
    return found;
}

// The name of a text in git; repositories of either kind of hash are there (gitformat-hash-function).
bool isNameOf(const QByteArray& blob, const QByteArray& text)
{
    const bool isLong = blob.size() == 64;
    QCryptographicHash sum(isLong ? QCryptographicHash::Sha256 : QCryptographicHash::Sha1);
    const QByteArray head = "blob " + QByteArray::number(text.size()) + '\0';
    sum.addData(head);
    sum.addData(text);
    return sum.result().toHex() == blob;
}

/// The newest commit that left this text; -1: none.
qsizetype commitOf(const QList<TrailCommit>& commits, const std::optional<QByteArray>& text)
{
    const auto found = std::ranges::find_if(commits, [&text](const TrailCommit& commit) {
        return text && std::ranges::any_of(commit.blobs, [&](const QByteArray& blob) { return isNameOf(blob, *text); });
    });
    return found == commits.end() ? -1 : found - commits.begin();
}

RecipeTrail told(RecipeTrailKind kind, const QList<TrailCommit>& commits)
{
    RecipeTrail trail{kind, {}, {}};
    for (const TrailCommit& commit : commits)
        trail.commits.append(commit.commit);
    return trail;
}

} // namespace

QStringList trailArguments(const QString& folder, const QStringList& files)
{
    const QStringList before{QStringLiteral("-C"),
                             folder,
                             QStringLiteral("--no-pager"),
                             QStringLiteral("-c"),
                             QStringLiteral("log.showSignature=false"),
                             QStringLiteral("log"),
                             QStringLiteral("--max-count=1000"),
                             QStringLiteral("--no-color"),
                             QStringLiteral("--no-ext-diff"),
                             QStringLiteral("--no-textconv"),
                             QStringLiteral("--no-renames"),
                             QStringLiteral("--raw"),
                             QStringLiteral("--no-abbrev"),
                             QStringLiteral("--encoding=UTF-8"),
                             QStringLiteral("--format=%x1e%H%x1f%aI%x1f%an%x1f%s"),
                             QStringLiteral("--")};
    QStringList literal;
    for (const QString& file : files)
        literal.append(QStringLiteral(":(literal)") + file);
    return before + literal;
}

RecipeTrail trailFrom(const QByteArray& log, const std::optional<QByteArray>& from, const std::optional<QByteArray>& to)
{
    QList<TrailCommit> commits;
    for (const QByteArray& record : log.split(commitMark))
        if (const auto commit = commitFrom(record))
            commits.append(*commit);
    const qsizetype one = commitOf(commits, from);
    const qsizetype other = commitOf(commits, to);
    if (one < 0 || other < 0)
        return told(RecipeTrailKind::Latest, commits.mid(0, latestTold));
    const auto [newer, older] = std::minmax(one, other);
    // One commit may have brought both files.
    return told(RecipeTrailKind::Between, commits.mid(newer, std::max<qsizetype>(1, older - newer)));
}

} // namespace snowmelt
