// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lab.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace snowmelt {

QString labBlueprintPath()
{
    const QString lab = QStringLiteral("blueprints/shop/shop.yaml");
    const QFileInfo installed(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/snowmelt/") + lab);
    if (installed.exists())
        return installed.canonicalFilePath();
    return QStringLiteral(SNOWMELT_SOURCE_DIR "/resources/") + lab;
}

} // namespace snowmelt
