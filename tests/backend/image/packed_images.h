// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/parse_blueprint.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace snowmelt::sample {

/// A blueprint whose image trial@1 is made by Packer, and what stands beside it.
class PackedImages
{
public:
    explicit PackedImages(const QString& folder) : m_folder(folder)
    {
        write(QStringLiteral("packed.yaml"), "snowmelt: 1\nname: packed\nplatform: {kind: podman}\nimages:\n"
                                             "  trial: {versions: {\"1\": trial.yaml}}\n"
                                             "  child: {versions: {\"1\": child.yaml}}\n");
        write(QStringLiteral("child.yaml"),
              "snowmelt-recipe: 1\ntier: foundation\nparent: trial@1\ncommands: ['echo child > /child']\n");
        setRecipe();
    }

    /// The template is JSON unless `source` says otherwise; `rest` goes on in the mapping of `packer`.
    void setRecipe(const QByteArray& source = "root.json", const QByteArray& rest = {})
    {
        write(QStringLiteral("trial.yaml"), "snowmelt-recipe: 1\ntier: os\nports: [8080]\npacker: {template: packer/" +
                                                source + ", artifact: root.tar" + rest + "}\n");
    }
    /// The `null` builder, and a shell that does this.
    void setCommands(const QStringList& commands, const QJsonObject& besides = {})
    {
        QJsonObject all = besides;
        all[QStringLiteral("builders")] =
            QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("null")},
                                   {QStringLiteral("communicator"), QStringLiteral("none")}}};
        all[QStringLiteral("provisioners")] =
            QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("shell-local")},
                                   {QStringLiteral("inline"), QJsonArray::fromStringList(commands)}}};
        write(QStringLiteral("packer/root.json"), QJsonDocument(all).toJson());
    }
    /// A root with this in its /etc/motd.
    static QStringList rootSaying(const QString& text)
    {
        return {QStringLiteral("mkdir -p root/etc root/var/lib/dpkg"), u"echo '" + text + u"' > root/etc/motd",
                QStringLiteral("echo root:x:0:0:root:/root:/bin/sh > root/etc/passwd"),
                QStringLiteral("printf 'Package: small\\nStatus: install ok installed\\nVersion: 1\\nArchitecture: "
                               "all\\n\\n' > root/var/lib/dpkg/status"),
                QStringLiteral("tar -C root -cf root.tar .")};
    }

    QString file() const { return path(QStringLiteral("packed.yaml")); }
    Blueprint blueprint() const
    {
        QFile text(file());
        return text.open(QIODevice::ReadOnly) ? parseBlueprint(text.readAll(), file()).value : Blueprint{};
    }
    QString path(const QString& name) const { return m_folder + u'/' + name; }

    void write(const QString& name, const QByteArray& content)
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile out(path(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(out.fileName()));
    }

private:
    QString m_folder;
};

} // namespace snowmelt::sample
