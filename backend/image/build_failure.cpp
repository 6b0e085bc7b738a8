// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/build_failure.h"

#include "backend/execution/process.h"

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
            return {ErrorCode::PackageNotFound, {package}, detail};
        if (couldNotFetch(output))
            return {ErrorCode::MirrorUnreachable, {}, detail};
    }
    return {ErrorCode::BuildCommandFailed, {end.image.text(), end.command, QString::number(end.exitStatus)}, detail};
}

} // namespace snowmelt
