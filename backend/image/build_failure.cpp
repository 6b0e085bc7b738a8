// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/build_failure.h"

#include "backend/execution/process.h"
#include "models/domain/blueprint/nearest.h"
#include "models/domain/image/lock.h"

#include <QRegularExpression>

namespace snowmelt {

namespace {

/// apt names the package in quotes or not, by the kind of complaint (apt-pkg and apt-private, messages of Debian 12).
QString missingPackage(const QString& output)
{
    static const QRegularExpression complaint(
        QStringLiteral("^E: (?:Unable to locate package (\\S+)|Package '?([^' ]+)'? has no installation candidate"
                       "|Version '[^']*' for '([^']+)' was not found|Couldn't find any package by \\S+ '([^']+)')"),
        QRegularExpression::MultilineOption);
    const auto match = complaint.match(output);
    return match.hasMatch() ? match.captured(match.lastCapturedIndex()) : QString();
}

/// What a mirror says of itself is over, or not yet true (apt-pkg/deb/debmetaindex.cc, messages of Debian 12).
QString staleMirror(const QString& output)
{
    static const QRegularExpression complaint(
        QStringLiteral("^E: Release file for (\\S+) is (?:expired|not valid yet)"),
        QRegularExpression::MultilineOption);
    return withoutCredentials(complaint.match(output).captured(1));
}

/// Names a person may have meant, the nearest first; at most three.
QStringList nearNames(const QString& package, const QByteArray& names)
{
    QStringList candidates = QString::fromUtf8(names).split(u'\n', Qt::SkipEmptyParts);
    QStringList near;
    if (candidates.contains(package)) // it is the version that is not there
        return near;
    // Of the 60,000 names of a Debian, those that begin or end alike: comparing with all of them takes seconds.
    candidates.removeIf(
        [&](const QString& name) { return !name.startsWith(package.left(2)) && !name.endsWith(package.right(3)); });
    for (QString found = nearest(package, candidates); !found.isEmpty() && near.size() < 3;
         found = nearest(package, candidates)) {
        near.append(found);
        candidates.removeAll(found);
    }
    return near;
}

Error notFound(const QString& package, const QByteArray& names, const QString& detail)
{
    QStringList args{package};
    if (const QStringList near = nearNames(package, names); !near.isEmpty())
        args += QStringList{QString()} + near;
    return {ErrorCode::PackageNotFound, args, detail};
}

bool couldNotFetch(const QString& output)
{
    static const QRegularExpression complaint(
        QStringLiteral("^(?:Err:\\d+ |[EW]: Failed to fetch |[EW]: Some index files failed to download)"),
        QRegularExpression::MultilineOption);
    return complaint.match(output).hasMatch();
}

} // namespace

Error buildFailure(const BuildEnd& end)
{
    const QString output = QString::fromUtf8(end.output);
    const QString detail = lastLines(end.output);
    if (output.contains(QStringLiteral("No space left on device")))
        return {ErrorCode::DiskFull, {end.folder}, detail};
    if (end.step == u"os" || end.step == u"packages") {
        if (const QString package = missingPackage(output); !package.isEmpty())
            return notFound(package, end.names, detail);
        if (const QString mirror = staleMirror(output); !mirror.isEmpty())
            return {ErrorCode::MirrorStale, {mirror}, detail};
        if (output.contains(QStringLiteral("E: There is a password in the address of the mirror"))) // host_apt.sh
            return {ErrorCode::MirrorUnreachable, {QStringLiteral("password")}, {}};
        if (couldNotFetch(output))
            return {ErrorCode::MirrorUnreachable, {}, detail};
    }
    return {ErrorCode::BuildCommandFailed, {end.image.text(), end.command, QString::number(end.exitStatus)}, detail};
}

} // namespace snowmelt
