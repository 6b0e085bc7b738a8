// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/save_report.h"

#include "models/domain/event_json.h"
#include "ui/export/whole_file.h"

#include <QJsonDocument>

namespace snowmelt {

Result<Done> saveReport(const DeploymentReport& report, const QString& path)
{
    const QJsonObject document{{QStringLiteral("schema"), QStringLiteral("snowmelt.report/1")},
                               {QStringLiteral("report"), toJson(report)}};
    const QByteArray bytes = QJsonDocument(document).toJson(QJsonDocument::Indented);
    QSaveFile file(path);
    if (replaceWith(file, bytes))
        return Done{};
    return Error{ErrorCode::FileUnwritable, {path}, file.errorString()};
}

} // namespace snowmelt
