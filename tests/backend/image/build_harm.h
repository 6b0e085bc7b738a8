// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/image_builder.h"
#include "backend/image/image_store.h"
#include "backend/image/store_index.h"
#include "tests/backend/image/small_images.h"

#include <QCoro/QCoroTask>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <unistd.h>

namespace snowmelt::sample {

/// How a dying_build ended.
struct HarmedBuild
{
    bool killed = false;
    QString end; ///< its last line: "built sha256:…", "failed diskFull /…"
    int acts = 0;
    int removals = 0;
};

inline HarmedBuild runHarmed(const QString& home, const SmallImages& images, const QString& harm, const QString& point)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(qEnvironmentVariable("DYING_BUILD"), {home, images.file(), SmallImages::trial().text(), harm, point});
    if (!child.waitForFinished(120'000))
        qFatal("the build came to no end");
    HarmedBuild ended;
    ended.killed = child.exitStatus() == QProcess::CrashExit;
    const QStringList lines = QString::fromUtf8(child.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    ended.end = lines.value(2);
    ended.acts = lines.value(0).section(u' ', 1).toInt();
    ended.removals = lines.value(1).section(u' ', 1).toInt();
    return ended;
}

inline QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Images that names refer to, with their digests: "trial@1 sha256:…".
inline QStringList namedImages(const QString& home)
{
    QStringList named;
    const auto images = readIndex(home + QStringLiteral("/images"));
    if (!images)
        return {QStringLiteral("unreadable")};
    for (const StoredImage& image : *images)
        if (image.newest)
            named.append(image.record.ref.text() + u' ' + image.record.digest.text());
    named.sort();
    return named;
}

/// What is wrong with a store: everything its index names, read and hashed. Empty: nothing.
inline QString faultOf(const QString& home)
{
    const QString layout = home + QStringLiteral("/images");
    const auto images = readIndex(layout);
    if (!images)
        return images.error().args.join(u' ');
    for (const StoredImage& image : *images) {
        const auto manifest = readManifest(layout, image);
        if (!manifest)
            return image.record.ref.text() + QStringLiteral(" has no manifest");
        QList<Digest> blobs{manifest->config.digest, manifest->inventory};
        for (const OciDescriptor& layer : manifest->layers)
            blobs.append(layer.digest);
        for (const Digest& blob : blobs)
            if (Digest::ofBytes(bytesOf(oci::blobPath(layout, blob))) != blob)
                return image.record.ref.text() + QStringLiteral(" lacks ") + blob.text();
        if (!ImageStore(layout).inventory(image.record.digest))
            return image.record.ref.text() + QStringLiteral(" has no inventory");
    }
    return {};
}

/// Whether a process, or a mount in any namespace, names this folder.
inline bool anybodyIn(const QString& folder)
{
    const QByteArray name = QFile::encodeName(folder);
    const QByteArray mounted = name + "/build/";
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
    return std::ranges::any_of(processes, [&](const QString& pid) {
        if (pid.toLongLong() == ::getpid())
            return false;
        const QString place = QStringLiteral("/proc/") + pid;
        return bytesOf(place + QStringLiteral("/cmdline")).contains(name) ||
               bytesOf(place + QStringLiteral("/mountinfo")).contains(mounted);
    });
}

/// Names below `folder`, hidden ones too.
inline QStringList namesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

/// What the next start finds and removes; then nothing of the harmed build may be left but blobs that nothing names.
inline QString leftAfterSweep(const QString& home)
{
    if (!QCoro::waitFor(ImageBuilder(home).sweep({})).ok())
        return QStringLiteral("the sweep failed");
    QStringList left = namesIn(home + QStringLiteral("/build"));
    for (const QString& name : namesIn(home + QStringLiteral("/cache/layers")))
        if (name.startsWith(u'.'))
            left.append(name);
    return left.join(u' ');
}

inline Result<ImageBuilder::Built> buildUnharmed(const QString& home, const SmallImages& images)
{
    return QCoro::waitFor(
        ImageBuilder(home).build(images.blueprint(), {SmallImages::trial()}, [](const EventBody&) {}, {}));
}

} // namespace snowmelt::sample
