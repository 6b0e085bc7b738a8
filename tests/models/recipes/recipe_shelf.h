// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace snowmelt::test {

/// A blueprint's folder with recipes in it, and something beside it that is none of its business.
class RecipeShelf
{
public:
    RecipeShelf()
    {
        for (const char* folder : {"b/recipes", "b/app", "elsewhere"})
            QDir(m_folder.path()).mkpath(QLatin1String(folder));
    }

    QString at(const QString& name) const { return m_folder.filePath(name); }
    QString folder() const { return at(QStringLiteral("b")); }

    bool put(const QString& name, const QByteArray& content) const
    {
        QFile file(at(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    /// Images by name and version, each with its recipe b/recipes/NAME.yaml.
    Blueprint blueprint(const QStringList& images) const
    {
        Blueprint made;
        made.path = at(QStringLiteral("b/shop.yaml"));
        for (const QString& image : images) {
            const ImageRef ref = *ImageRef::parse(image);
            made.images.append({ref, QStringLiteral("recipes/%1.yaml").arg(ref.name)});
        }
        return made;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace snowmelt::test
