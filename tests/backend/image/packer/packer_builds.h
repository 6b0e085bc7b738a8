// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event_json.h"
#include "tests/backend/image/build_harm.h"
#include "tests/backend/image/packed_images.h"

#include <QDirIterator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>

namespace snowmelt::sample {

// Characters that each way to write it down spells in its own way.
inline const QByteArray hush = "h&sh/<quiet>+\"very\" long";

/// A test that builds images of one data folder with Packer, and what was told meanwhile.
class PackerBuilds : public QObject
{
protected:
    QString home() const { return m_folder->filePath(QStringLiteral("home")); }
    QString layout() const { return home() + QStringLiteral("/images"); }

    Result<ImageBuilder::Built> build(const ImageRef& image = SmallImages::trial())
    {
        m_told.clear();
        m_lines.clear();
        return QCoro::waitFor(
            m_builder->build(m_images->blueprint(), {image}, [this](const EventBody& body) { hear(body); }, {}));
    }

    void hear(const EventBody& body)
    {
        m_strayed = m_strayed || QThread::currentThread() != thread();
        m_told += QJsonDocument(toJson(Event{QStringLiteral("o"), QDateTime(), body})).toJson();
        if (const auto* line = std::get_if<LogLine>(&body)) {
            m_lines.append(line->text.trimmed());
            if (m_onLine)
                m_onLine(m_lines.last());
        }
    }

    QByteArray paper(const QString& annotation) const
    {
        const auto images = readIndex(layout());
        if (!images || images->isEmpty())
            return {};
        const auto manifest = readManifest(layout(), images->first());
        return manifest ? bytesOf(oci::blobPath(layout(), manifest->papers.value(annotation))) : QByteArray();
    }

    Inventory inventory(const Digest& digest) const
    {
        const auto read = ImageStore(layout()).inventory(digest);
        return read ? *read : Inventory{};
    }

    void verifyRefused(ErrorCode code, const QStringList& args)
    {
        const auto built = build();
        QVERIFY(built.failed());
        QCOMPARE(built.error().code, code);
        QCOMPARE(built.error().args, args);
        QVERIFY(namedImages(home()).isEmpty());
        QCOMPARE(namesIn(home() + QStringLiteral("/build")), QStringList{});
        m_detail = built.error().detail;
    }

    /// A program called packer, found first. The namespace in which Packer runs has a /tmp of its own.
    void setPacker(const QByteArray& script)
    {
        m_bin = std::make_unique<QTemporaryDir>(QDir::currentPath() + QStringLiteral("/packer-XXXXXX"));
        QFile file(m_bin->filePath(QStringLiteral("packer")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n" + script) > 0);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        qputenv("PATH", QFile::encodeName(m_bin->path()) + ':' + m_path);
    }

    static Task<Secret> given() { co_return Secret("seven77"); }

    static QStringList root(const QStringList& more = {})
    {
        QStringList commands = PackedImages::rootSaying(QStringLiteral("hello"));
        commands.insert(commands.size() - 1, QStringLiteral("true"));
        for (const QString& each : more)
            commands.insert(commands.size() - 1, each);
        return commands;
    }

    static bool anywhereBelow(const QString& folder, const QByteArray& bytes)
    {
        QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (it.hasNext())
            if (bytesOf(it.next()).contains(bytes))
                return true;
        return false;
    }

    static bool inAnyArgument(const QByteArray& bytes)
    {
        const QStringList processes = QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
        return std::ranges::any_of(processes, [&](const QString& pid) {
            return bytesOf(QStringLiteral("/proc/") + pid + QStringLiteral("/cmdline")).contains(bytes);
        });
    }

    void beginAll()
    {
        if (::geteuid() != 0)
            QSKIP("building needs root");
        if (QStandardPaths::findExecutable(QStringLiteral("packer")).isEmpty())
            QSKIP("no packer");
        m_path = qgetenv("PATH");
    }

    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_images = std::make_unique<PackedImages>(m_folder->path());
        m_builder = std::make_unique<ImageBuilder>(home(), QStringLiteral("mina@laptop"));
        m_onLine = {};
        m_strayed = false;
    }

    void end()
    {
        qputenv("PATH", m_path);
        qunsetenv("SNOWMELT_PACKER_TOKEN");
        QVERIFY2(!m_strayed, "something was told on another thread: the journal is bound to its own");
    }

    static QByteArray sha256Of(const QByteArray& bytes) { return Digest::ofBytes(bytes).hex().toLatin1(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_bin;
    std::unique_ptr<PackedImages> m_images;
    std::unique_ptr<ImageBuilder> m_builder;
    QByteArray m_path;
    QByteArray m_told;
    QStringList m_lines;
    QString m_detail;
    bool m_strayed = false;
    std::function<void(const QString&)> m_onLine;
};

} // namespace snowmelt::sample
