// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/parse_blueprint.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace snowmelt::sample {

/// Images that are built in a second and without a network, on a small root made of this machine's own programs: a
/// mmdebstrap and an apt-get that are scripts (data/mmdebstrap, found by SNOWMELT_SOURCE). Everything else is as
/// always, so it takes root.
class SmallImages
{
public:
    /// `folder` is there and has no space in its path. Programs started from here on find the script first.
    explicit SmallImages(const QString& folder) : m_folder(folder)
    {
        QDir(folder).mkpath(QStringLiteral("bin"));
        const QString script =
            qEnvironmentVariable("SNOWMELT_SOURCE") + QStringLiteral("/tests/backend/image/data/mmdebstrap");
        if (!QFile::copy(script, path(QStringLiteral("bin/mmdebstrap"))))
            qFatal("cannot copy %s", qPrintable(script));
        qputenv("PATH", QFile::encodeName(path(QStringLiteral("bin"))) + ":/usr/sbin:/usr/bin:/sbin:/bin");
        write(QStringLiteral("small.yaml"),
              "snowmelt: 1\nname: small\nplatform: {kind: podman}\nimages:\n"
              "  os/small: {versions: {\"1\": os.yaml}}\n  trial: {versions: {\"1\": trial.yaml}}\n");
        setOs("");
        setTrial("");
    }

    /// What the recipe of trial@1 says besides its tier and parent.
    void setTrial(const QByteArray& rest)
    {
        write(QStringLiteral("trial.yaml"), "snowmelt-recipe: 1\ntier: foundation\nparent: os/small@1\n" + rest);
    }
    /// What the recipe of os/small@1 says besides its tier and suite.
    void setOs(const QByteArray& rest)
    {
        write(QStringLiteral("os.yaml"), "snowmelt-recipe: 1\ntier: os\nsuite: bookworm\n" + rest);
    }
    /// "hang": mmdebstrap waits for ever half-way; "big": it writes sixty megabytes; "link":
    /// its /tmp is one; "fail": it does.
    void setMood(const QString& mood, bool on)
    {
        const QString file = QStringLiteral("bin/mmdebstrap.") + mood;
        QFile::remove(path(file));
        if (on)
            write(file, {});
    }

    QString file() const { return path(QStringLiteral("small.yaml")); }
    Blueprint blueprint() const
    {
        QFile text(file());
        return text.open(QIODevice::ReadOnly) ? parseBlueprint(text.readAll(), file()).value : Blueprint{};
    }
    static ImageRef trial() { return *ImageRef::parse(QStringLiteral("trial@1")); }

private:
    QString path(const QString& name) const { return m_folder + u'/' + name; }

    void write(const QString& name, const QByteArray& content)
    {
        QFile out(path(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(out.fileName()));
    }

    QString m_folder;
};

} // namespace snowmelt::sample
