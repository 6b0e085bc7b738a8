// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/deb_repository.h"

#include "backend/image/deb_control.h"
#include "backend/image/durable_file.h"

#include <QDir>
#include <QFile>
#include <QUrl>

#include <cerrno>
#include <unistd.h>

namespace snowmelt {

namespace {

// The place in the root at which resources/builder/tier.sh mounts it.
const QByteArray mountedAt = "/run/snowmelt/debs";

/// A second name of the cached file; where the file system has no second names, a copy.
Result<Done> linkDeb(const QString& cached, const QString& name)
{
    if (::link(QFile::encodeName(cached).constData(), QFile::encodeName(name).constData()) == 0)
        return Done{};
    if (!QFile::copy(cached, name))
        return writeError(name, errno);
    return Done{};
}

QByteArray releaseOf(const QString& suite, const QByteArray& packages)
{
    // mmdebstrap takes the essential packages from what is called as the suite.
    return "Suite: " + suite.toUtf8() + "\nCodename: " + suite.toUtf8() + "\nDate: Sun, 01 Jan 2023 00:00:00 UTC\n" +
           "SHA256:\n " + Digest::ofBytes(packages).hex().toLatin1() + ' ' + QByteArray::number(packages.size()) +
           " Packages\n";
}

QByteArray sourceLine(const QByteArray& uri)
{
    return "deb [trusted=yes] " + uri + " ./\n";
}

Result<Done> writeIndex(const QString& folder, const QString& suite, const QByteArray& packages)
{
    QUrl here = QUrl::fromLocalFile(QDir(folder).absolutePath());
    here.setScheme(QStringLiteral("copy"));
    const QList<std::pair<const char*, QByteArray>> files{
        {"/Packages", packages},
        {"/Release", releaseOf(suite, packages)},
        {"/copied.list", sourceLine(here.toEncoded(QUrl::FullyEncoded))},
        {"/mounted.list", sourceLine("file:" + mountedAt)}};
    for (const auto& [name, content] : files)
        if (auto written = writeDurably(folder + QLatin1String(name), content); !written)
            return written;
    return Done{};
}

bool isOurs(const QByteArray& line)
{
    for (const char* field : {"Priority:", "Filename:", "Size:", "SHA256:", "SHA1:", "MD5sum:"})
        if (line.toLower().startsWith(QByteArray(field).toLower()))
            return true;
    return line.trimmed().isEmpty();
}

} // namespace

QString debFileName(const LockedDeb& deb)
{
    const QString version = deb.version.mid(deb.version.indexOf(u':') + 1);
    return deb.name + u'_' + version + u'_' + deb.architecture + QStringLiteral(".deb");
}

// The priority in the .deb is only what its maker proposed: the archive's own decides what is in every root.
QByteArray indexParagraph(const QByteArray& control, const LockedDeb& deb)
{
    QByteArray paragraph;
    for (const QByteArray& line : control.split('\n'))
        if (!isOurs(line))
            paragraph += line + '\n';
    return paragraph + "Priority: " + (deb.required ? "required" : "optional") + "\nFilename: ./" +
           debFileName(deb).toUtf8() + "\nSize: " + QByteArray::number(deb.size) +
           "\nSHA256: " + deb.sha256.hex().toLatin1() + "\n\n";
}

Result<Done> makeDebRepository(const QString& folder, const QString& suite, const Lock& lock, const DebCache& cache,
                               const StopFlag& stop)
{
    const auto missing = cache.missing(lock.debs, stop);
    if (!missing)
        return missing.as<Done>();
    if (!missing->isEmpty())
        return Error{ErrorCode::DebChanged, {missing->first().name, cache.pathOf(missing->first())}, {}};
    if (!QDir().mkpath(folder))
        return writeError(folder, errno);
    QByteArray packages;
    for (const LockedDeb& deb : lock.debs) {
        const QString name = folder + u'/' + debFileName(deb);
        if (auto linked = linkDeb(cache.pathOf(deb), name); !linked)
            return linked;
        const auto control = controlOf(name);
        if (!control)
            return control.as<Done>();
        packages += indexParagraph(*control, deb);
    }
    return writeIndex(folder, suite, packages);
}

} // namespace snowmelt
